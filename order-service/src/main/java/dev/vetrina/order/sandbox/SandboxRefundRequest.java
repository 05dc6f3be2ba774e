package dev.vetrina.order.sandbox;

import dev.vetrina.events.Money;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "SandboxRefundRequest")
record SandboxRefundRequest(
        @Schema(description = "Of what was paid, or all of it") @NotNull
        Money amount) {}

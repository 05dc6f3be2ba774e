package dev.vetrina.live.session;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "PinProduct")
record PinRequest(@NotNull UUID productId) {}

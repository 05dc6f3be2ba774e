package dev.vetrina.order.returns;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "RejectReturnRequest")
record RejectReturnRequest(
        @NotNull RejectReason reason,

        @Schema(description = "What the buyer is told") @Nullable @Size(max = 500)
        String note) {}

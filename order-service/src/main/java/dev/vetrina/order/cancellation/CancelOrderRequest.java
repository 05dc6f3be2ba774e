package dev.vetrina.order.cancellation;

import dev.vetrina.order.lifecycle.CancelReason;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "CancelOrderRequest")
record CancelOrderRequest(
        @Schema(description = "Why, in the buyer's words", examples = "ordered the wrong size")
        @NotBlank
        @Size(max = 500)
        String reason,

        @Schema(description = "Absent: OTHER. A buyer has CHANGED_MIND, WRONG_ITEM, FOUND_CHEAPER, TOO_SLOW and OTHER")
        @Nullable
        CancelReason code) {

    CancelReason codeOrOther() {
        return code == null ? CancelReason.OTHER : code;
    }
}

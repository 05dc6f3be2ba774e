package dev.vetrina.order.refund;

import dev.vetrina.events.Money;
import dev.vetrina.order.lifecycle.RefundReason;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "RefundRequest",
        examples = "{\"amount\": {\"amount\": 500, \"currency\": \"GBP\"}, \"reason\": \"GOODWILL\"}")
record RefundRequest(
        @NotNull Money amount,
        @NotNull RefundReason reason,

        @Schema(description = "For colleagues; the buyer does not see it") @Size(max = 500) @Nullable
        String note) {}

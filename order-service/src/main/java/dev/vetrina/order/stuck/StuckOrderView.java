package dev.vetrina.order.stuck;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "StuckOrder", description = "An order with work that has not moved in its time")
record StuckOrderView(UUID orderId, List<Item> items) {

    /**
     * @param subjectId the payment, capture, refund, part or order
     */
    @Schema(name = "StuckWork")
    record Item(
            StuckKind kind,

            @Schema(description = "The payment, capture, refund, part or order that is stuck")
            UUID subjectId,

            Instant since,

            @Schema(description = "What the provider said last, if it said something") @Nullable
            String reason) {}
}

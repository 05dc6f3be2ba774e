package dev.vetrina.order.lifecycle;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "OrderChange", description = "One change of an order")
record TimelineEntryView(
        @Schema(description = "The order's version after it")
        long sequence,

        @Schema(description = "The event's type", examples = "order.paid.v1")
        String what,

        Actor.Kind actor,

        @Schema(description = "The brand, or the caller itself; others are not named to customers and brands") @Nullable
        String actorId,

        @Schema(description = "Code of the reason, where there is one") @Nullable
        String reason,

        @Schema(description = "The payment, refund, fulfilment, return or withdrawal that it is about") @Nullable
        UUID subjectId,

        @Schema(description = "Whose part it is about; absent: the whole order") @Nullable
        UUID brandId,

        Instant changedAt) {}

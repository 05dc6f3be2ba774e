package dev.vetrina.order.fulfilment;

import dev.vetrina.order.lifecycle.CancelReason;
import dev.vetrina.order.lifecycle.FulfilmentStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a part reached which state.
 *
 * @param deliveredAt when the last of it arrived
 * @param cancelReason of what was cancelled last, also if that was only some of it
 */
record Milestones(
        @Nullable Instant confirmedAt,
        @Nullable Instant shippedAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant cancelledAt,
        @Nullable CancelReason cancelReason,
        @Nullable String cancelNote) {

    static final Milestones NONE = new Milestones(null, null, null, null, null, null);

    Milestones reached(FulfilmentStatus status, Instant now) {
        return switch (status) {
            case CONFIRMED -> new Milestones(now, shippedAt, deliveredAt, cancelledAt, cancelReason, cancelNote);
            case SHIPPED -> new Milestones(confirmedAt, now, deliveredAt, cancelledAt, cancelReason, cancelNote);
            case DELIVERED ->
                new Milestones(
                        confirmedAt, shippedAt == null ? now : shippedAt, now, cancelledAt, cancelReason, cancelNote);
            case AWAITING_PAYMENT, AWAITING_CONFIRMATION, PARTIALLY_SHIPPED, CANCELLED -> this;
        };
    }

    Milestones cancelled(CancelReason reason, @Nullable String note, Instant now) {
        return new Milestones(confirmedAt, shippedAt, deliveredAt, now, reason, note);
    }
}

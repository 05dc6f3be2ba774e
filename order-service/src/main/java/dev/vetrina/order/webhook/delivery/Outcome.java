package dev.vetrina.order.webhook.delivery;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt makes of its delivery.
 *
 * @param nextAttemptAt null unless it is tried again
 */
record Outcome(
        DueDelivery delivery,
        Instant attemptedAt,
        Answer answer,
        DeliveryStatus status,
        @Nullable Instant nextAttemptAt) {

    static Outcome of(DueDelivery delivery, Instant attemptedAt, Answer answer, BackOff backOff, Instant now) {
        if (answer.taken()) {
            return new Outcome(delivery, attemptedAt, answer, DeliveryStatus.DELIVERED, null);
        }
        Optional<Instant> next = answer.gone() ? Optional.empty() : backOff.next(delivery.attempts() + 1, answer, now);
        return new Outcome(
                delivery,
                attemptedAt,
                answer,
                next.isPresent() ? DeliveryStatus.RETRYING : DeliveryStatus.FAILED,
                next.orElse(null));
    }

    UUID endpointId() {
        return delivery.endpointId();
    }

    /** Whether the endpoint turns from failing to not failing, or back. */
    boolean turns() {
        return answer.taken() == (delivery.failingSince() != null);
    }

    @Nullable
    Instant finishedAt() {
        return status == DeliveryStatus.RETRYING ? null : attemptedAt.plus(answer.took());
    }
}

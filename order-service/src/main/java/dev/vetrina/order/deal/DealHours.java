package dev.vetrina.order.deal;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a deal is open.
 *
 * @param pausedAt since when its clock stands still; null if it runs
 */
public record DealHours(
        Instant opensAt, Instant closesAt, @Nullable Instant pausedAt) {

    /** A purchase pressed at the bell has so long to arrive. */
    public static final Duration GRACE = Duration.ofSeconds(3);

    /** Whoever comes later is too late. */
    Instant endsAt() {
        return closesAt.plus(GRACE);
    }

    /** Whether a purchase counts that was received then. */
    public boolean include(Instant receivedAt) {
        return !receivedAt.isBefore(opensAt)
                && !receivedAt.isAfter(endsAt())
                && (pausedAt == null || receivedAt.isBefore(pausedAt));
    }

    /** One that is over by then has no clock that could stand still. */
    boolean canPause(Instant at) {
        return pausedAt == null && at.isBefore(closesAt);
    }

    DealHours pausedAt(Instant at) {
        return new DealHours(opensAt, closesAt, at);
    }

    /** Both times moved on by the pause. */
    DealHours resumedAt(Instant at) {
        Duration pause = Duration.between(requireNonNull(pausedAt), at);
        Duration moved = pause.isNegative() ? Duration.ZERO : pause;
        return new DealHours(opensAt.plus(moved), closesAt.plus(moved), null);
    }

    boolean opened(Instant now) {
        return pausedAt == null && !now.isBefore(opensAt);
    }

    /**
     * Whether it can be closed: nobody who came in time is still undecided.
     *
     * @param decision how long a purchase that was received may wait
     */
    boolean over(Instant now, Duration decision) {
        return pausedAt == null && !now.isBefore(endsAt().plus(decision));
    }
}

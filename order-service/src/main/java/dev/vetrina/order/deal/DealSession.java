package dev.vetrina.order.deal;

import dev.vetrina.events.LiveEvent.SessionStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the deals know of a show.
 *
 * @param sequence of its last change
 */
record DealSession(long sequence, SessionStatus status, List<String> markets, Instant changedAt) {

    boolean running() {
        return status == SessionStatus.LIVE || status == SessionStatus.PAUSED;
    }

    Optional<Instant> pausedSince() {
        return status == SessionStatus.PAUSED ? Optional.of(changedAt) : Optional.empty();
    }
}

package dev.vetrina.order.session;

import dev.vetrina.events.LiveEvent.SessionStatus;
import java.util.List;
import java.util.UUID;

/**
 * A show to which an order can be attributed.
 *
 * @param pauses its pauses, oldest first
 */
public record SellingSession(
        UUID id, UUID creatorId, SessionStatus status, List<String> markets, List<SessionPause> pauses) {

    /** Whether it has begun and not ended; a pause does not end it. */
    public boolean runs() {
        return status == SessionStatus.LIVE || status == SessionStatus.PAUSED;
    }

    /** A show sells while it runs and, as a replay, after its end. */
    public boolean sellsIn(String market) {
        return markets.contains(market)
                && switch (status) {
                    case LIVE, PAUSED, ENDED -> true;
                    case DRAFT, SCHEDULED, CANCELLED -> false;
                };
    }
}

package dev.vetrina.live.session;

import java.util.List;
import java.util.UUID;

/**
 * The deals of a session's snapshot. Answered by the feature that keeps deals, which needs sessions and so cannot be needed by
 * them.
 */
public interface ShownDeals {

    /** Deals that are armed and not over, with a price in this market, in the order in which they were asked for. */
    List<ShownDeal> runningIn(UUID sessionId, String market);
}

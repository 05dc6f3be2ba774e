package dev.vetrina.live.session;

import java.util.List;
import java.util.UUID;

/**
 * The giveaways of a session's snapshot. Answered by the feature that keeps giveaways, which needs sessions and so cannot be
 * needed by them.
 */
public interface ShownGiveaways {

    /** Giveaways that are announced and neither drawn nor cancelled, in the order in which they were announced. */
    List<ShownGiveaway> runningIn(UUID sessionId);
}

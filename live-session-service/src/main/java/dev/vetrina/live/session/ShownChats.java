package dev.vetrina.live.session;

import java.util.UUID;

/** The chat of a session's snapshot. Answered by the feature that keeps it, which needs sessions and so cannot be needed by them. */
public interface ShownChats {

    /** Runs in the transaction that reads the session. */
    ShownChat of(UUID sessionId);
}

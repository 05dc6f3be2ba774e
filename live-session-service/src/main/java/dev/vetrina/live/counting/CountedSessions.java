package dev.vetrina.live.counting;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Some sessions, and until when things count in those that are over. */
public final class CountedSessions {

    private final Map<UUID, Instant> until;

    CountedSessions(Map<UUID, Instant> until) {
        this.until = until;
    }

    /** Whether something that happened in the session at this time counts. */
    public boolean counts(UUID sessionId, Instant time) {
        return time.isBefore(until.getOrDefault(sessionId, Instant.MAX));
    }
}

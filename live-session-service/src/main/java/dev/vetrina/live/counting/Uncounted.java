package dev.vetrina.live.counting;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The times of some sessions of which nothing counts. */
public final class Uncounted {

    private final Map<UUID, List<Span>> spans;

    Uncounted(Map<UUID, List<Span>> spans) {
        this.spans = spans;
    }

    /** @param until exclusive */
    record Span(UUID sessionId, Instant since, Instant until) {

        private boolean contains(Instant time) {
            return !time.isBefore(since) && time.isBefore(until);
        }
    }

    /** Whether something that happened in the session at this time counts. */
    public boolean counts(UUID sessionId, Instant time) {
        return spans.getOrDefault(sessionId, List.of()).stream().noneMatch(span -> span.contains(time));
    }
}

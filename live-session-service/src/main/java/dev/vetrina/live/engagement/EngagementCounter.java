package dev.vetrina.live.engagement;

import dev.vetrina.events.LiveEvent.EngagementCounted;
import dev.vetrina.kit.window.SecondWindows;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Counts in memory, by any number of threads. A session is there only while something of it waits to be told. */
@ApplicationScoped
class EngagementCounter {

    private final ConcurrentHashMap<UUID, SessionCount> sessions = new ConcurrentHashMap<>();
    private final String instanceId = UUID.randomUUID().toString();
    private long sequence;

    /** The map lets nobody else at this session's count meanwhile, and so nothing is added to one that was told. */
    void count(UUID sessionId, Consumer<SessionCount> addition) {
        sessions.compute(sessionId, (_, count) -> {
            SessionCount open = count == null ? new SessionCount() : count;
            addition.accept(open);
            return open;
        });
    }

    /** What was counted since this was last called. The windows of an instance rise, also where its clock was set back. */
    synchronized List<EngagementCounted> closeWindow(Instant windowStart) {
        sequence = Math.max(windowStart.toEpochMilli(), sequence + 1);
        List<EngagementCounted> told = new ArrayList<>();
        for (UUID sessionId : sessions.keySet()) {
            SessionCount count = sessions.remove(sessionId);
            if (count != null) {
                told.add(count.told(sessionId, sequence, instanceId, windowStart, SecondWindows.WINDOW_MILLIS));
            }
        }
        return told;
    }
}

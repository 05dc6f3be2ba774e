package dev.vetrina.gateway.reaction;

import dev.vetrina.events.LiveEvent.EngagementCounted;
import dev.vetrina.events.LiveEvent.ReactionCount;
import dev.vetrina.kit.window.SecondWindows;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Counts in memory, by any number of threads. A session is there only while something of it waits to be told. */
@Singleton
class ReactionCounter {

    private final ConcurrentHashMap<UUID, Map<Kind, Long>> sessions = new ConcurrentHashMap<>();
    /** Anew at each start: a sequence of a past life is compared with none of this one's. */
    private final String instanceId = "gateway-" + UUID.randomUUID();

    private long sequence;

    private record Kind(@Nullable String market, String name) {}

    /** The map lets nobody else at this session's count meanwhile, and so nothing is added to one that was told. */
    void count(UUID sessionId, Reaction reaction) {
        sessions.compute(sessionId, (_, counts) -> {
            Map<Kind, Long> open = counts == null ? new HashMap<>() : counts;
            open.merge(new Kind(reaction.market(), reaction.kind()), (long) reaction.times(), Long::sum);
            return open;
        });
    }

    /** What was counted since this was last called. The windows of a gateway rise, also where its clock was set back. */
    synchronized List<EngagementCounted> closeWindow(Instant windowStart) {
        sequence = Math.max(windowStart.toEpochMilli(), sequence + 1);
        List<EngagementCounted> told = new ArrayList<>();
        for (UUID sessionId : sessions.keySet()) {
            Map<Kind, Long> counts = sessions.remove(sessionId);
            if (counts != null) {
                told.add(new EngagementCounted(
                        sessionId,
                        sequence,
                        instanceId,
                        windowStart,
                        SecondWindows.WINDOW_MILLIS,
                        reactions(counts),
                        List.of()));
            }
        }
        return told;
    }

    private static List<ReactionCount> reactions(Map<Kind, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> new ReactionCount(
                        entry.getKey().market(), entry.getKey().name(), entry.getValue()))
                .toList();
    }
}

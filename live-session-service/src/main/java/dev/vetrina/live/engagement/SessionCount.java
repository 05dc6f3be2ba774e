package dev.vetrina.live.engagement;

import dev.vetrina.events.LiveEvent.EngagementCounted;
import dev.vetrina.events.LiveEvent.InteractionCount;
import dev.vetrina.events.LiveEvent.ReactionCount;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was counted of one session since its last window was told. For one thread at a time. */
final class SessionCount {

    private final Map<Reactions, Long> reactions = new HashMap<>();
    private final Map<Product, Looks> interactions = new HashMap<>();

    private record Reactions(@Nullable String market, ReactionKind kind) {}

    private record Product(@Nullable String market, UUID productId) {}

    private record Looks(long impressions, long clicks) {

        private static Looks of(InteractionType type) {
            return switch (type) {
                case IMPRESSION -> new Looks(1, 0);
                case CLICK -> new Looks(0, 1);
            };
        }

        private Looks plus(Looks more) {
            return new Looks(impressions + more.impressions, clicks + more.clicks);
        }
    }

    void add(@Nullable String market, ReactionKind kind, int times) {
        reactions.merge(new Reactions(market, kind), (long) times, Long::sum);
    }

    void add(@Nullable String market, UUID productId, InteractionType type) {
        interactions.merge(new Product(market, productId), Looks.of(type), Looks::plus);
    }

    EngagementCounted told(UUID sessionId, long sequence, String instanceId, Instant windowStart, int windowMillis) {
        return new EngagementCounted(
                sessionId,
                sequence,
                instanceId,
                windowStart,
                windowMillis,
                reactions.entrySet().stream()
                        .map(entry -> new ReactionCount(
                                entry.getKey().market(), entry.getKey().kind().name(), entry.getValue()))
                        .toList(),
                interactions.entrySet().stream()
                        .map(entry -> new InteractionCount(
                                entry.getKey().market(),
                                entry.getKey().productId(),
                                entry.getValue().impressions(),
                                entry.getValue().clicks()))
                        .toList());
    }
}

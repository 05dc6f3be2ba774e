package dev.vetrina.live.engagement;

import com.github.benmanes.caffeine.cache.Cache;
import dev.vetrina.kit.cache.LocalCaches;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/**
 * One viewer's looks at one product count once a minute and kind. Each instance remembers what came to it, so that a viewer whose
 * requests go to several instances may count once in each.
 */
@ApplicationScoped
class RecentInteractions {

    private final Clock clock;
    private final Cache<Key, Boolean> seen = LocalCaches.builder()
            .expireAfterWrite(Duration.ofMinutes(1))
            .maximumSize(200_000)
            .build();

    RecentInteractions(Clock clock) {
        this.clock = clock;
    }

    record Key(Viewer viewer, UUID productId, InteractionType type, long minute) {}

    /** Whether it is the first of this minute. */
    boolean isNew(Viewer viewer, UUID productId, InteractionType type) {
        Key key = new Key(viewer, productId, type, Math.floorDiv(clock.millis(), 60_000));
        return seen.asMap().putIfAbsent(key, true) == null;
    }
}

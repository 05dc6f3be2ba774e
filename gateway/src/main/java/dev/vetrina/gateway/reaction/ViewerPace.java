package dev.vetrina.gateway.reaction;

import com.github.benmanes.caffeine.cache.Cache;
import dev.vetrina.kit.cache.LocalCaches;
import dev.vetrina.kit.problem.ProblemException;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How fast one viewer may react in one session. The service has the same limit for what goes to it. */
@Singleton
class ViewerPace {

    private static final int MAX_VIEWERS = 50_000;

    private final ReactionSettings settings;
    private final Cache<Viewer, Bucket> buckets;

    ViewerPace(ReactionSettings settings) {
        this.settings = settings;
        // Whoever was quiet for so long has a full bucket again, so that nothing is forgotten.
        this.buckets = LocalCaches.builder()
                .expireAfterAccess(Duration.ofSeconds(1L + settings.atOnce() / settings.perSecond()))
                .maximumSize(MAX_VIEWERS)
                .build();
    }

    /** @throws ProblemException 429 {@code too-many-requests} */
    void take(Viewer viewer, int times) {
        ConsumptionProbe probe = buckets.get(viewer, _ -> bucket()).tryConsumeAndReturnRemaining(times);
        if (!probe.isConsumed()) {
            long seconds = 1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill());
            throw ProblemException.of(
                            429, "too-many-requests", "Too many requests", "One viewer may do this less often.")
                    .header("Retry-After", Long.toString(seconds))
                    .header("RateLimit-Policy", "\"reactions\";q=%d;w=%d".formatted(settings.atOnce(), window()))
                    .header("RateLimit", "\"reactions\";r=%d;t=%d".formatted(probe.getRemainingTokens(), seconds));
        }
    }

    /** In so many seconds the quota is there again. */
    private int window() {
        return Math.ceilDiv(settings.atOnce(), settings.perSecond());
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(settings.atOnce()).refillGreedy(settings.perSecond(), Duration.ofSeconds(1)))
                .build();
    }
}

package dev.vetrina.live.engagement;

import com.github.benmanes.caffeine.cache.Cache;
import dev.vetrina.kit.cache.LocalCaches;
import dev.vetrina.kit.problem.ProblemException;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How much of one kind one viewer may do. Each instance counts for itself. */
final class ViewerLimits {

    private final String policy;
    private final int perSecond;
    private final int atOnce;
    private final TimeMeter time;
    private final Cache<Viewer, Bucket> buckets;

    /** @param policy names the limit in the answer's headers */
    ViewerLimits(String policy, int perSecond, int atOnce, TimeMeter time) {
        this.policy = policy;
        this.perSecond = perSecond;
        this.atOnce = atOnce;
        this.time = time;
        // Whoever was quiet for so long has a full bucket again, so that nothing is forgotten.
        this.buckets = LocalCaches.builder()
                .expireAfterAccess(Duration.ofSeconds(1 + atOnce / perSecond))
                .maximumSize(50_000)
                .build();
    }

    /** @throws ProblemException 429 {@code too-many-requests} */
    void take(Viewer viewer, int tokens) {
        ConsumptionProbe probe = buckets.get(viewer, _ -> bucket()).tryConsumeAndReturnRemaining(tokens);
        if (!probe.isConsumed()) {
            long seconds = 1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill());
            throw ProblemException.of(
                            429, "too-many-requests", "Too many requests", "One viewer may do this less often.")
                    .header("Retry-After", Long.toString(seconds))
                    .header("RateLimit-Policy", "\"%s\";q=%d;w=%d".formatted(policy, atOnce, window()))
                    .header("RateLimit", "\"%s\";r=%d;t=%d".formatted(policy, probe.getRemainingTokens(), seconds));
        }
    }

    /** In so many seconds the quota is there again. */
    private int window() {
        return Math.ceilDiv(atOnce, perSecond);
    }

    private Bucket bucket() {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(atOnce).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }
}

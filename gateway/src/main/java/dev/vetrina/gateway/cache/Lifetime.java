package dev.vetrina.gateway.cache;

import dev.vetrina.gateway.proxy.ServiceAnswer;
import dev.vetrina.kit.http.Freshness;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Until when an answer may be given.
 *
 * @param freshUntil without asking again
 * @param usableUntil to those who waited for it, and while the service is away
 * @param heldUntil by clients that keep it
 */
record Lifetime(long freshUntil, long usableUntil, long heldUntil) {

    /** What may change by announcement: its notice, less the time that the announcement takes to every view. */
    static final Duration NOTICED = Duration.ofMillis(1_500);

    private static final int SCATTER = 5;

    /**
     * @param askedAt when the service was asked
     * @param now when its answer was here
     */
    static Lifetime of(PublicRead read, ServiceAnswer answer, CacheSettings settings, long askedAt, long now) {
        long ttl = settings.ttl().toMillis();
        long fresh = ttl - ThreadLocalRandom.current().nextLong(ttl / SCATTER + 1);
        long stale = settings.staleIfAway().toMillis();
        if (!read.switches()) {
            return new Lifetime(now + fresh, now + ttl + stale, now + 2 * ttl);
        }
        long limit = askedAt + Math.min(NOTICED.toMillis(), unchangedMillis(answer));
        return new Lifetime(Math.min(now + fresh, limit), limit, limit);
    }

    private static long unchangedMillis(ServiceAnswer answer) {
        String unchanged = answer.headers().get(Freshness.HEADER);
        try {
            return unchanged == null ? Long.MAX_VALUE : Math.max(0, Long.parseLong(unchanged));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}

package dev.vetrina.gateway.cache;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** {@code vetrina.cache.requests} by what became of them. */
@Singleton
class CacheMetrics {

    private static final String REQUESTS = "vetrina.cache.requests";

    private final Counter hits;
    private final Counter misses;
    private final Counter coalesced;
    private final Counter stale;
    private final Counter passed;

    CacheMetrics(MeterRegistry meters) {
        hits = meters.counter(REQUESTS, "result", "hit");
        misses = meters.counter(REQUESTS, "result", "miss");
        coalesced = meters.counter(REQUESTS, "result", "coalesced");
        stale = meters.counter(REQUESTS, "result", "stale");
        passed = meters.counter(REQUESTS, "result", "passed");
    }

    void hit() {
        hits.increment();
    }

    void miss() {
        misses.increment();
    }

    void coalesced() {
        coalesced.increment();
    }

    /** The service was away. */
    void stale() {
        stale.increment();
    }

    /** The answer is not for all. */
    void passed() {
        passed.increment();
    }
}

package dev.vetrina.gateway.feed;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before the next attempt: doubled each time, and spread so that many do not come at once. */
final class Reconnection {

    private final long minMillis;
    private final long maxMillis;
    private long nextMillis;

    Reconnection(Duration min, Duration max) {
        this.minMillis = Math.max(1, min.toMillis());
        this.maxMillis = Math.max(minMillis, max.toMillis());
        this.nextMillis = minMillis;
    }

    long delayMillis() {
        long delay = nextMillis;
        nextMillis = Math.min(2 * nextMillis, maxMillis);
        return Math.max(1, delay / 2 + ThreadLocalRandom.current().nextLong(delay));
    }

    void succeeded() {
        nextMillis = minMillis;
    }
}

package dev.vetrina.localstack.bench.checkout;

import java.time.Duration;

/** When buyers press. Nanoseconds count from the beginning of the sale. */
final class Pace {

    private final long purchases;
    private final double intervalNanos;
    private final long lengthNanos;
    private long begun;

    private Pace(long purchases, double intervalNanos, Duration length) {
        this.purchases = purchases;
        this.intervalNanos = intervalNanos;
        this.lengthNanos = length.toNanos();
    }

    /** Whoever is answered presses again at once, until so many have pressed or the time is over. */
    static Pace rush(long purchases, Duration limit) {
        return new Pace(purchases, 0, limit);
    }

    /** At even intervals, whether or not earlier ones are answered. */
    static Pace steady(double perSecond, Duration length) {
        double interval = 1e9 / perSecond;
        return new Pace((long) (length.toNanos() / interval), interval, length);
    }

    boolean hasMore(long now) {
        return begun < purchases && (intervalNanos > 0 || now < lengthNanos);
    }

    /** When the next one presses, which may be past; at once in a rush. */
    long due(long now) {
        return intervalNanos > 0 ? (long) (begun * intervalNanos) : now;
    }

    void begin() {
        begun++;
    }

    Duration length() {
        return Duration.ofNanos(lengthNanos);
    }
}

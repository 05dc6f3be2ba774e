package dev.vetrina.localstack.bench;

import java.time.Duration;

/** When clients send. Nanoseconds count from the beginning. */
public final class Pace {

    private final long requests;
    private final double intervalNanos;
    private final long lengthNanos;
    private long begun;

    private Pace(long requests, double intervalNanos, Duration length) {
        this.requests = requests;
        this.intervalNanos = intervalNanos;
        this.lengthNanos = length.toNanos();
    }

    /** Whoever is answered sends again at once, until so many were sent or the time is over. */
    public static Pace rush(long requests, Duration limit) {
        return new Pace(requests, 0, limit);
    }

    /** At even intervals, whether or not earlier ones are answered. */
    public static Pace steady(double perSecond, Duration length) {
        double interval = 1e9 / perSecond;
        return new Pace((long) (length.toNanos() / interval), interval, length);
    }

    public boolean hasMore(long now) {
        return begun < requests && (intervalNanos > 0 || now < lengthNanos);
    }

    /** When the next one is sent, which may be past; at once in a rush. */
    public long due(long now) {
        return intervalNanos > 0 ? (long) (begun * intervalNanos) : now;
    }

    public void begin() {
        begun++;
    }

    public Duration length() {
        return Duration.ofNanos(lengthNanos);
    }
}

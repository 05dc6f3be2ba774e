package dev.vetrina.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that runs like the real one until a test moves it. A service's tests put it in place of the service's clock with a
 * producer of their own, and inject it where they move it:
 *
 * <pre>{@code
 * class MovableClockProducer {
 *     @Produces
 *     @Singleton
 *     MovableClock clock() {
 *         return new MovableClock();
 *     }
 * }
 * }</pre>
 */
public final class MovableClock extends Clock {

    private final Clock real = Clock.systemUTC();
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    /** Moves the time on. */
    public void advance(Duration by) {
        ahead.updateAndGet(before -> before.plus(by));
    }

    /** Back to the real time: for the end of a test, as the next one shares the clock. */
    public void reset() {
        ahead.set(Duration.ZERO);
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Moves with this one. */
    @Override
    public Clock withZone(ZoneId zone) {
        MovableClock movable = this;
        return new Clock() {
            @Override
            public Instant instant() {
                return movable.instant();
            }

            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId another) {
                return movable.withZone(another);
            }
        };
    }
}

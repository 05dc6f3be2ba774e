package dev.vetrina.order;

import io.quarkus.test.Mock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The real clock, moved ahead by what the tests say. */
public final class MovableClock extends Clock {

    private static final AtomicReference<Duration> AHEAD = new AtomicReference<>(Duration.ZERO);

    /** Moves the service's time; it is never moved back, as time is not. */
    public static void forward(Duration by) {
        AHEAD.updateAndGet(ahead -> ahead.plus(by));
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(AHEAD.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new IllegalArgumentException("the service's time has no zone");
    }

    /** Takes the place of the system clock. */
    static class Producer {
        @Produces
        @Singleton
        @Mock
        Clock clock() {
            return new MovableClock();
        }
    }
}

package dev.vetrina.gateway.shedding;

import com.netflix.concurrency.limits.limit.AIMDLimit;
import dev.vetrina.gateway.web.RequestClass;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What is under way to one service, against a limit that grows while answers come in time and shrinks by a tenth with each that
 * does not. Only answers that are fast in good times are a measure: a payment or an import may rightly take its time.
 */
public final class Pressure {

    private final AIMDLimit limit;
    private final int maxInFlight;
    private final AtomicInteger inFlight = new AtomicInteger();

    public Pressure(SheddingSettings settings) {
        this.maxInFlight = settings.maxInFlight();
        this.limit = AIMDLimit.newBuilder()
                .initialLimit(settings.initialInFlight())
                .minLimit(settings.minInFlight())
                .maxLimit(settings.maxInFlight())
                .backoffRatio(0.9)
                .timeout(settings.lateAnswer().toMillis(), TimeUnit.MILLISECONDS)
                .build();
    }

    /** If so, it counts as under way until {@link #left} or {@link #leftUnmeasured}. */
    public boolean admits(RequestClass asked) {
        if (inFlight.incrementAndGet() <= limitFor(asked)) {
            return true;
        }
        inFlight.decrementAndGet();
        return false;
    }

    /** For what has no measure of its own: whether another one would be admitted. */
    public boolean hasRoomFor(RequestClass asked) {
        return inFlight.get() < limitFor(asked);
    }

    /** What it took tells nothing of the service. */
    public void leftUnmeasured() {
        inFlight.decrementAndGet();
    }

    public void left(RequestClass asked, long tookNanos, boolean failed) {
        int before = inFlight.getAndDecrement();
        if (asked == RequestClass.READ || asked == RequestClass.WRITE) {
            limit.onSample(0, tookNanos, before, failed);
        }
    }

    /** A loop that is late is late for every service. */
    public void loopWasLate() {
        limit.onSample(0, 0, inFlight.get(), true);
    }

    public int inFlight() {
        return inFlight.get();
    }

    public int limit() {
        return limit.getLimit();
    }

    private int limitFor(RequestClass asked) {
        return switch (asked) {
            case READ, IMPORT -> limit.getLimit() * 3 / 4;
            case WRITE -> limit.getLimit();
            case CHECKOUT, PROVIDER, FEED -> maxInFlight;
        };
    }
}

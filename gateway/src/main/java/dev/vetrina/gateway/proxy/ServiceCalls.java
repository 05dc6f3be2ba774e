package dev.vetrina.gateway.proxy;

import dev.vetrina.gateway.shedding.LoopWatch;
import dev.vetrina.gateway.shedding.Pressure;
import dev.vetrina.gateway.shedding.SheddingSettings;
import dev.vetrina.gateway.web.RequestClass;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * Whatever is asked of a service passes here, but for the feed and the health check, and is under way from the question to the
 * answer: what a client holds back before it, or takes slowly after it, is no pressure on the service, nor is who waits for the
 * answer to another's question.
 */
@Singleton
class ServiceCalls {

    private final Map<Upstream, Pressure> pressures = new EnumMap<>(Upstream.class);
    private final Breakers breakers;
    private final LoopWatch loops;
    private final MeterRegistry meters;

    ServiceCalls(SheddingSettings settings, Breakers breakers, MeterRegistry meters) {
        this.breakers = breakers;
        this.meters = meters;
        for (Upstream upstream : Upstream.values()) {
            Pressure pressure = new Pressure(settings);
            pressures.put(upstream, pressure);
            Tags service = Tags.of("service", upstream.name());
            meters.gauge("vetrina.shedding.in-flight", service, pressure, Pressure::inFlight);
            meters.gauge("vetrina.shedding.limit", service, pressure, Pressure::limit);
        }
        this.loops = new LoopWatch(settings.lateLoop(), () -> pressures.values().forEach(Pressure::loopWasLate));
    }

    /**
     * Fails with {@link Overloaded} or {@link NotReached}, and does not call, where there is no room or the service rests.
     *
     * @param tellsNothing whether a failure tells nothing of the service, as one of the client's
     * @param status of an answer
     */
    <T> Future<T> ask(
            Upstream upstream,
            RequestClass asked,
            Predicate<Throwable> tellsNothing,
            ToIntFunction<T> status,
            Supplier<Future<T>> call) {
        loops.watch();
        Pressure pressure = of(upstream);
        if (!pressure.admits(asked)) {
            return shed(upstream, asked);
        }
        long began = System.nanoTime();
        return breakers.guard(upstream, tellsNothing, call).onComplete(over -> {
            // Whom nobody reaches is left alone by the breaker; a limit would add nothing.
            if (over.failed() && (over.cause() instanceof NotReached || tellsNothing.test(over.cause()))) {
                pressure.leftUnmeasured();
            } else {
                boolean failed = over.failed() || ServiceAnswer.isAway(status.applyAsInt(over.result()));
                pressure.left(asked, System.nanoTime() - began, failed);
            }
        });
    }

    /**
     * The same for what is sent as it comes from a client. How long that takes tells nothing, and how many there may be at once is
     * bounded by itself: it is not counted.
     */
    <T> Future<T> stream(
            Upstream upstream, RequestClass asked, Predicate<Throwable> tellsNothing, Supplier<Future<T>> call) {
        loops.watch();
        return of(upstream).hasRoomFor(asked) ? breakers.guard(upstream, tellsNothing, call) : shed(upstream, asked);
    }

    private Pressure of(Upstream upstream) {
        return Objects.requireNonNull(pressures.get(upstream));
    }

    private <T> Future<T> shed(Upstream upstream, RequestClass asked) {
        meters.counter("vetrina.shedding.shed", "class", asked.name().toLowerCase(Locale.ROOT))
                .increment();
        return Future.failedFuture(new Overloaded(upstream));
    }
}

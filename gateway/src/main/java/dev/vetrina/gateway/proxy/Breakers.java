package dev.vetrina.gateway.proxy;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * One breaker for each service as a whole: when most requests get no answer, further ones are refused at once, and a few are let
 * through now and then to see whether it is back. What a service does answer, an error included, is no failure here:
 * one broken operation must not take the others with it.
 */
@Singleton
class Breakers {

    private static final Logger LOG = Logger.getLogger(Breakers.class);

    private final Map<Upstream, CircuitBreaker> breakers = new EnumMap<>(Upstream.class);
    private final Clock clock;

    Breakers(BreakerSettings settings, Clock clock, MeterRegistry meters) {
        this.clock = clock;
        CircuitBreakerConfig config = CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(settings.windowRequests())
                .minimumNumberOfCalls(settings.minRequests())
                .failureRateThreshold(settings.failurePercent())
                .waitDurationInOpenState(settings.rest())
                .permittedNumberOfCallsInHalfOpenState(settings.probes())
                // Probes that never end would keep everybody waiting.
                .maxWaitDurationInHalfOpenState(settings.maxProbe())
                .clock(clock)
                .currentTimestampFunction(Clock::millis, TimeUnit.MILLISECONDS)
                .build();
        for (Upstream upstream : Upstream.values()) {
            CircuitBreaker breaker = CircuitBreaker.of(upstream.name(), config);
            breaker.getEventPublisher()
                    .onStateTransition(event -> LOG.warnf("%s: %s", upstream, event.getStateTransition()));
            meters.gauge("vetrina.proxy.breaker.open", Tags.of("service", upstream.name()), breaker, Breakers::isOpen);
            breakers.put(upstream, breaker);
        }
    }

    private static int isOpen(CircuitBreaker breaker) {
        return breaker.getState() == CircuitBreaker.State.CLOSED ? 0 : 1;
    }

    /**
     * Fails with {@link NotReached}, and does not call, while the breaker is open.
     *
     * @param tellsNothing whether a failure tells nothing of the service, as one of the client's
     */
    <T> Future<T> guard(Upstream upstream, Predicate<Throwable> tellsNothing, Supplier<Future<T>> call) {
        CircuitBreaker breaker = Objects.requireNonNull(breakers.get(upstream));
        if (!breaker.tryAcquirePermission()) {
            return Future.failedFuture(new NotReached(upstream + " rests"));
        }
        long began = clock.millis();
        return call.get()
                .onSuccess(answer -> breaker.onSuccess(clock.millis() - began, TimeUnit.MILLISECONDS))
                .onFailure(failure -> {
                    if (tellsNothing.test(failure)) {
                        breaker.releasePermission();
                    } else {
                        breaker.onError(clock.millis() - began, TimeUnit.MILLISECONDS, failure);
                    }
                });
    }
}

package dev.vetrina.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.gateway.Settings;
import dev.vetrina.testkit.MovableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class BreakersTest {

    private final MovableClock clock = new MovableClock();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Breakers breakers = new Breakers(Settings.of(BreakerSettings.class, Map.of()), clock, meters);
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void aServiceThatGivesNoAnswersIsLeftAloneAndTheOthersAreNot() {
        ask(Upstream.ORDER, 20, this::silent);

        Future<String> refused = breakers.guard(Upstream.ORDER, failure -> false, this::answering);

        assertThat(refused.cause()).isInstanceOf(NotReached.class);
        assertThat(asked).hasValue(20);
        assertThat(UpstreamFailures.explain(refused.cause()).status()).isEqualTo(503);
        assertThat(UpstreamFailures.explain(refused.cause()).headers()).containsKey("Retry-After");
        assertThat(breakers.guard(Upstream.LIVE, failure -> false, this::answering)
                        .succeeded())
                .isTrue();
        assertThat(meters.get("vetrina.proxy.breaker.open")
                        .tag("service", "ORDER")
                        .gauge()
                        .value())
                .isEqualTo(1);
    }

    @Test
    void afterAWhileAFewRequestsTryWhetherItIsBackAndThenAllGoThrough() {
        ask(Upstream.ORDER, 20, this::silent);
        clock.advance(Duration.ofSeconds(2));
        asked.set(0);

        ask(Upstream.ORDER, 100, this::answering);

        assertThat(asked).hasValue(100);
        assertThat(meters.get("vetrina.proxy.breaker.open")
                        .tag("service", "ORDER")
                        .gauge()
                        .value())
                .isZero();
    }

    @Test
    void whenTheyGetNoAnswerItRestsAgain() {
        ask(Upstream.ORDER, 20, this::silent);
        clock.advance(Duration.ofSeconds(2));
        asked.set(0);

        ask(Upstream.ORDER, 100, this::silent);

        assertThat(asked).hasValue(5);
    }

    @Test
    void someFailuresAmongManyAnswersAreBorne() {
        for (int i = 0; i < 100; i++) {
            ask(Upstream.ORDER, 2, this::answering);
            ask(Upstream.ORDER, 1, this::silent);
        }
        assertThat(asked).hasValue(300);
    }

    @Test
    void whatIsTheClientsFaultTellsNothingOfTheService() {
        for (int i = 0; i < 200; i++) {
            var _ = breakers.guard(Upstream.ORDER, failure -> true, this::silent);
        }
        assertThat(asked).hasValue(200);
    }

    private void ask(Upstream upstream, int times, Supplier<Future<String>> call) {
        for (int i = 0; i < times; i++) {
            var _ = breakers.guard(upstream, failure -> false, call);
        }
    }

    private Future<String> silent() {
        asked.incrementAndGet();
        return Future.failedFuture(new TimeoutException());
    }

    private Future<String> answering() {
        asked.incrementAndGet();
        return Future.succeededFuture("answer");
    }
}

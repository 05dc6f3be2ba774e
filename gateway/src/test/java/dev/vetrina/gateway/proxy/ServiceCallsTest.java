package dev.vetrina.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.gateway.Settings;
import dev.vetrina.gateway.shedding.SheddingSettings;
import dev.vetrina.gateway.web.RequestClass;
import dev.vetrina.testkit.MovableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Little room, and answers, which are nothing but their status, that wait for the test. */
class ServiceCallsTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ServiceCalls calls = new ServiceCalls(
            Settings.of(
                    SheddingSettings.class,
                    Map.of(
                            "vetrina.shedding.initial-in-flight", "20",
                            "vetrina.shedding.min-in-flight", "10",
                            "vetrina.shedding.max-in-flight", "30")),
            new Breakers(Settings.of(BreakerSettings.class, Map.of()), new MovableClock(), meters),
            meters);
    private final List<Promise<Integer>> underWay = new ArrayList<>();

    @Test
    void whatCanWaitIsRefusedWhileBuyingAndOtherServicesGoOn() {
        ask(Upstream.ORDER, RequestClass.READ, 15);
        Future<Integer> shed = ask(Upstream.ORDER, RequestClass.READ);
        assertThat(shed.cause()).isInstanceOf(Overloaded.class);
        assertThat(UpstreamFailures.explain(shed.cause()).status()).isEqualTo(503);
        assertThat(UpstreamFailures.explain(shed.cause()).headers()).containsEntry("Retry-After", "1");
        assertThat(meters.counter("vetrina.shedding.shed", "class", "read").count())
                .isEqualTo(1);

        ask(Upstream.ORDER, RequestClass.WRITE, 5);
        assertThat(ask(Upstream.ORDER, RequestClass.WRITE).cause()).isInstanceOf(Overloaded.class);
        ask(Upstream.ORDER, RequestClass.CHECKOUT, 10);
        assertThat(ask(Upstream.ORDER, RequestClass.CHECKOUT).cause()).isInstanceOf(Overloaded.class);
        ask(Upstream.CATALOG, RequestClass.READ, 3);
        assertThat(underWay).hasSize(33);

        underWay.forEach(answer -> answer.complete(200));
        assertThat(gauge("in-flight")).isZero();
    }

    @Test
    void anAnswerThatDoesNotComeIsPressureAndWhatTheClientBrokeOffIsNot() {
        ask(Upstream.ORDER, RequestClass.READ, 1);
        underWay.getFirst().fail(new TimeoutException());
        assertThat(gauge("limit")).isEqualTo(18);
        ask(Upstream.ORDER, RequestClass.READ, 1);
        underWay.getLast().complete(503);
        assertThat(gauge("limit")).isEqualTo(16);

        for (int i = 0; i < 30; i++) {
            var _ = calls.ask(
                    Upstream.ORDER,
                    RequestClass.WRITE,
                    failure -> true,
                    Integer::intValue,
                    () -> Future.failedFuture(new TimeoutException()));
        }
        assertThat(gauge("limit")).isEqualTo(16);
        assertThat(gauge("in-flight")).isZero();
    }

    @Test
    void aServiceThatRestsIsNoPressureEither() {
        for (int i = 0; i < 20; i++) {
            var _ = calls.ask(
                    Upstream.ORDER,
                    RequestClass.READ,
                    ServiceCallsTest::isOfNoService,
                    Integer::intValue,
                    () -> Future.failedFuture(new NotReached("nobody is there")));
        }
        assertThat(ask(Upstream.ORDER, RequestClass.READ).cause()).isInstanceOf(NotReached.class);
        assertThat(underWay).isEmpty();
        assertThat(gauge("limit")).isEqualTo(20);
        assertThat(gauge("in-flight")).isZero();
    }

    @Test
    void bodiesThatAreStreamedTakeNobodysRoomAndGetNoneUnderPressure() {
        for (int i = 0; i < 50; i++) {
            stream();
        }
        assertThat(underWay).hasSize(50);
        ask(Upstream.ORDER, RequestClass.READ, 15);
        ask(Upstream.ORDER, RequestClass.WRITE, 5);
        stream();
        assertThat(underWay).hasSize(70);
        assertThat(gauge("in-flight")).isEqualTo(20);
    }

    private static boolean isOfNoService(Throwable failure) {
        return failure instanceof IllegalArgumentException;
    }

    private void stream() {
        var _ = calls.stream(Upstream.ORDER, RequestClass.WRITE, ServiceCallsTest::isOfNoService, this::answer);
    }

    private void ask(Upstream upstream, RequestClass asked, int times) {
        for (int i = 0; i < times; i++) {
            var _ = ask(upstream, asked);
        }
    }

    private Future<Integer> ask(Upstream upstream, RequestClass asked) {
        return calls.ask(upstream, asked, ServiceCallsTest::isOfNoService, Integer::intValue, this::answer);
    }

    private Future<Integer> answer() {
        Promise<Integer> answer = Promise.promise();
        underWay.add(answer);
        return answer.future();
    }

    private double gauge(String name) {
        return meters.get("vetrina.shedding." + name)
                .tag("service", "ORDER")
                .gauge()
                .value();
    }
}

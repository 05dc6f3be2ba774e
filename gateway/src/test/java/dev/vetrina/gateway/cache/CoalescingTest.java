package dev.vetrina.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vetrina.gateway.GatewayTest;
import dev.vetrina.gateway.Stubs;
import dev.vetrina.testkit.MovableClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many who ask for the same while the service thinks. */
@GatewayTest
class CoalescingTest {

    private static final int MANY = 50;

    /** What a client got. */
    private record Got(int status, String body, String cacheStatus) {}

    @Inject
    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Inject
    MovableClock clock;

    @Inject
    MeterRegistry meters;

    private final HttpClient clients = Stubs.vertx().createHttpClient(new HttpClientOptions().setMaxPoolSize(2 * MANY));

    private double waitedBefore;

    @BeforeEach
    void theServiceThinks() {
        Stubs.catalog().does(request -> {});
        waitedBefore = waited();
    }

    @AfterEach
    void nothingStays() {
        clock.reset();
        clients.close();
    }

    @Test
    void oneQuestionIsAskedForAllWhoWaitForItsAnswer() {
        List<CompletableFuture<Got>> all = ask(MANY, "/v1/brands");
        awaitWaiters(MANY - 1);
        // Who waits for another's question is no pressure on the service.
        assertThat(meters.get("vetrina.shedding.in-flight")
                        .tag("service", "CATALOG")
                        .gauge()
                        .value())
                .isLessThan(MANY / 5);
        answerAll("{\"a\":1}");

        assertThat(all).allSatisfy(one -> assertThat(one.join().body()).isEqualTo("{\"a\":1}"));
        assertThat(all.stream().map(one -> one.join().cacheStatus()))
                .containsOnlyOnce("vetrina; fwd=miss; stored")
                .contains("vetrina; fwd=miss; collapsed");
        assertThat(asked()).hasSize(1);
    }

    @Test
    void aFailureIsThatOfAllAndOfNobodyAfterThem() {
        List<CompletableFuture<Got>> all = ask(MANY, "/v1/brands");
        awaitWaiters(MANY - 1);
        asked().getFirst().response().setStatusCode(500).end("{\"code\":\"x\"}");

        assertThat(all).allSatisfy(one -> assertThat(one.join().status()).isEqualTo(500));
        assertThat(asked()).hasSize(1);
        Stubs.catalog().does(request -> request.response().end("{}"));
        assertThat(ask("/v1/brands").join().status()).isEqualTo(200);
    }

    @Test
    void whoLeavesChangesNothingForTheOthers() {
        HttpClient leaver = Stubs.vertx().createHttpClient();
        // The one for whom the service was asked.
        leaver.request(HttpMethod.GET, port, "127.0.0.1", "/v1/brands").onSuccess(request -> request.send());
        await().until(() -> asked().size() == 1);
        List<CompletableFuture<Got>> others = ask(3, "/v1/brands");
        awaitWaiters(3);
        leaver.close().toCompletionStage().toCompletableFuture().join();
        answerAll("{}");

        assertThat(others).allSatisfy(one -> assertThat(one.join().status()).isEqualTo(200));
        assertThat(asked()).hasSize(1);
    }

    @Test
    void whoCameLaterThanAnAnswerWithPricesHoldsGetsANewerOne() {
        CompletableFuture<Got> early = ask("/v1/products/1");
        await().until(() -> asked().size() == 1);
        clock.advance(Lifetime.NOTICED);
        CompletableFuture<Got> late = ask("/v1/products/1");
        awaitWaiters(1);
        asked().getFirst().response().end("{\"price\":1}");
        await().until(() -> asked().size() == 2);
        asked().getLast().response().end("{\"price\":2}");

        assertThat(early.join().body()).isEqualTo("{\"price\":1}");
        assertThat(late.join().body()).isEqualTo("{\"price\":2}");
    }

    @Test
    void anAnswerThatChangesNowIsForThoseAloneWhoAskedBefore() {
        CompletableFuture<Got> early = ask("/v1/markets/GB");
        await().until(() -> asked().size() == 1);
        clock.advance(Duration.ofMillis(1));
        CompletableFuture<Got> late = ask("/v1/markets/GB");
        awaitWaiters(1);
        asked().getFirst().response().putHeader("Vetrina-Unchanged-Millis", "0").end("{\"stage\":1}");
        await().until(() -> asked().size() == 2);
        asked().getLast().response().end("{\"stage\":2}");

        assertThat(early.join().body()).isEqualTo("{\"stage\":1}");
        assertThat(late.join().body()).isEqualTo("{\"stage\":2}");
    }

    private List<CompletableFuture<Got>> ask(int times, String uri) {
        return IntStream.range(0, times).mapToObj(i -> ask(uri)).toList();
    }

    private CompletableFuture<Got> ask(String uri) {
        return Stubs.onLoop(() -> clients.request(HttpMethod.GET, port, "127.0.0.1", uri)
                .compose(request -> request.send())
                .compose(answer -> answer.body().map(body -> got(answer, body.toString()))));
    }

    private static Got got(HttpClientResponse answer, String body) {
        return new Got(answer.statusCode(), body, answer.getHeader("Cache-Status"));
    }

    private void awaitWaiters(int more) {
        await().until(() -> waited() == waitedBefore + more);
    }

    private double waited() {
        return meters.get("vetrina.cache.requests")
                .tag("result", "coalesced")
                .counter()
                .count();
    }

    private static void answerAll(String body) {
        asked().forEach(request -> request.response().end(body));
    }

    private static List<HttpServerRequest> asked() {
        return Stubs.catalog().requests();
    }
}

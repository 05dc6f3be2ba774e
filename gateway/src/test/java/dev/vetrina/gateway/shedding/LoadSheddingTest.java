package dev.vetrina.gateway.shedding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.gateway.GatewayTest;
import dev.vetrina.gateway.Settings;
import dev.vetrina.gateway.Stubs;
import dev.vetrina.gateway.web.Refusals;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The route on a server of its own, with little room and answers that wait for the test. */
@GatewayTest
class LoadSheddingTest {

    @Inject
    Refusals refusals;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final HttpClient client = Stubs.vertx().createHttpClient(new HttpClientOptions().setMaxPoolSize(100));
    private final List<RoutingContext> underWay = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() {
        Router router = Router.router(Stubs.vertx());
        LoadShedding shedding = new LoadShedding(
                Settings.of(
                        SheddingSettings.class,
                        Map.of(
                                "vetrina.shedding.initial-in-flight", "20",
                                "vetrina.shedding.min-in-flight", "20",
                                "vetrina.shedding.max-in-flight", "30")),
                refusals,
                meters);
        shedding.route(router);
        router.route().order(0).handler(underWay::add);
        server = join(Stubs.vertx().createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
    }

    @AfterEach
    void stop() {
        join(client.close());
        join(server.close());
    }

    @Test
    void whatCanWaitIsRefusedWhileBuyingAndOtherServicesGoOn() throws Exception {
        List<CompletableFuture<HttpClientResponse>> reads = ask(HttpMethod.GET, "/v1/orders", 15);
        Awaitility.await().until(() -> underWay.size() == 15);

        HttpClientResponse shed = answer(HttpMethod.GET, "/v1/inventory/1");
        assertThat(shed.statusCode()).isEqualTo(503);
        assertThat(shed.getHeader("Retry-After")).isEqualTo("1");
        assertThat(shed.getHeader("Content-Type")).isEqualTo("application/problem+json");
        assertThat(meters.counter("vetrina.shedding.shed", "class", "read").count())
                .isEqualTo(1);

        ask(HttpMethod.POST, "/v1/orders", 15);
        ask(HttpMethod.GET, "/v1/products", 3);
        ask(HttpMethod.GET, "/v1/sessions/1/feed", 3);
        Awaitility.await().until(() -> underWay.size() == 36);
        assertThat(answer(HttpMethod.POST, "/v1/orders").statusCode()).isEqualTo(503);

        underWay.forEach(request -> request.response().end());
        for (CompletableFuture<HttpClientResponse> read : reads) {
            assertThat(read.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        }
        Awaitility.await().until(() -> inFlight() == 0);
    }

    @Test
    void aClientThatLeavesMakesRoom() {
        ask(HttpMethod.GET, "/v1/orders", 15);
        Awaitility.await().until(() -> inFlight() == 15);

        join(client.close());

        Awaitility.await().until(() -> inFlight() == 0);
    }

    private double inFlight() {
        return meters.get("vetrina.shedding.in-flight")
                .tag("service", "ORDER")
                .gauge()
                .value();
    }

    private HttpClientResponse answer(HttpMethod method, String path) throws Exception {
        return ask(method, path, 1).getFirst().get(20, TimeUnit.SECONDS);
    }

    private List<CompletableFuture<HttpClientResponse>> ask(HttpMethod method, String path, int times) {
        return IntStream.range(0, times)
                .mapToObj(i -> client.request(method, server.actualPort(), "127.0.0.1", path)
                        .compose(request -> request.send())
                        .toCompletionStage()
                        .toCompletableFuture())
                .toList();
    }

    private static <T> T join(io.vertx.core.Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }
}

package dev.vetrina.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.gateway.GatewayTest;
import dev.vetrina.gateway.Settings;
import dev.vetrina.gateway.Stubs;
import dev.vetrina.gateway.shedding.SheddingSettings;
import dev.vetrina.gateway.web.Refusals;
import dev.vetrina.gateway.web.RequestHeaders;
import dev.vetrina.testkit.MovableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The route on a server of its own, with little room, before a service that never answers. */
@GatewayTest
@SuppressWarnings("NullAway.Init")
class SheddingTest {

    /** Imports are waited for longer than a test takes: none ends here but with its client. */
    private static final String IMPORTS = "/v1/catalog-imports";

    @Inject
    Connections connections;

    @Inject
    ProxySettings settings;

    @Inject
    RequestHead head;

    @Inject
    Refusals refusals;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final HttpClient client = Stubs.vertx().createHttpClient(new HttpClientOptions().setMaxPoolSize(100));
    private HttpServer server;

    @BeforeEach
    void start() {
        Stubs.catalog().does(request -> {});
        ServiceCalls calls = new ServiceCalls(
                Settings.of(
                        SheddingSettings.class,
                        Map.of(
                                "vetrina.shedding.initial-in-flight", "20",
                                "vetrina.shedding.min-in-flight", "20",
                                "vetrina.shedding.max-in-flight", "30")),
                new Breakers(Settings.of(BreakerSettings.class, Map.of()), new MovableClock(), meters),
                meters);
        Proxy proxy = new Proxy(new Attempts(head, connections, calls, settings), settings, refusals);
        Router router = Router.router(Stubs.vertx());
        router.route().order(-100).handler(routing -> {
            routing.put(RequestHeaders.REQUEST_ID, "shedding");
            routing.next();
        });
        new ProxyRoute(proxy, settings, refusals).route(router);
        server = join(Stubs.vertx().createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
    }

    @AfterEach
    void stop() {
        join(client.close());
        join(server.close());
    }

    @Test
    void underPressureWhatCanWaitIsRefusedAtOnceAndWhoLeavesMakesRoom() {
        int before = Stubs.catalog().requests().size();
        List<Future<HttpClientResponse>> imports = IntStream.range(0, 15)
                .mapToObj(i -> ask(HttpMethod.POST, IMPORTS))
                .toList();
        Awaitility.await().until(() -> inFlight() == 15);

        HttpClientResponse shed = join(ask(HttpMethod.POST, IMPORTS));
        assertThat(shed.statusCode()).isEqualTo(503);
        assertThat(shed.getHeader("Retry-After")).isEqualTo("1");
        assertThat(shed.getHeader("Content-Type")).isEqualTo("application/problem+json");
        assertThat(join(ask(HttpMethod.GET, "/v1/products")).statusCode()).isEqualTo(503);
        Future<HttpClientResponse> _ = ask(HttpMethod.POST, "/v1/products");
        Awaitility.await().until(() -> Stubs.catalog().requests().size() == before + 16);
        assertThat(imports).noneMatch(Future::isComplete);

        join(client.close());
        Awaitility.await().until(() -> inFlight() == 0);
        assertThat(Stubs.catalog().requests()).hasSize(before + 16);
    }

    @Test
    void forWhoHasLeftNothingIsAskedAgain() {
        int before = Stubs.catalog().requests().size();
        Future<HttpClientResponse> _ = ask(HttpMethod.GET, "/v1/products");
        Awaitility.await().until(() -> Stubs.catalog().requests().size() == before + 1);

        join(client.close());

        Awaitility.await().until(() -> inFlight() == 0);
        Awaitility.await()
                .during(Duration.ofMillis(500))
                .until(() -> Stubs.catalog().requests().size() == before + 1);
    }

    private Future<HttpClientResponse> ask(HttpMethod method, String uri) {
        return client.request(method, server.actualPort(), "127.0.0.1", uri).compose(HttpClientRequest::send);
    }

    private double inFlight() {
        return meters.get("vetrina.shedding.in-flight")
                .tag("service", "CATALOG")
                .gauge()
                .value();
    }

    private static <T> T join(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }
}

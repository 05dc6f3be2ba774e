package dev.vetrina.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vetrina.gateway.GatewayTest;
import dev.vetrina.gateway.Settings;
import dev.vetrina.gateway.Stubs;
import dev.vetrina.gateway.web.Refusals;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.StreamResetException;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The route on a server of its own, with little patience. */
@GatewayTest
class Http2RequestsTest {

    @Inject
    Refusals refusals;

    private final HttpClient client = Stubs.vertx()
            .createHttpClient(new HttpClientOptions()
                    .setProtocolVersion(HttpVersion.HTTP_2)
                    .setHttp2ClearTextUpgrade(false));
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private HttpServer server;

    @BeforeEach
    void start() {
        Router router = Router.router(Stubs.vertx());
        var settings = Settings.of(ConnectionSettings.class, Map.of("vetrina.connections.body-timeout", "0.5S"));
        new Http2Requests(settings, refusals).route(router);
        router.route().order(0).handler(routing -> {
            routing.response().closeHandler(closed::complete);
            routing.request().body().onSuccess(body -> routing.vertx().setTimer(1_000, later -> routing.end(body)));
        });
        server = join(Stubs.vertx().createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
    }

    @AfterEach
    void stop() {
        join(client.close());
        join(server.close());
    }

    @Test
    void aBodyThatDoesNotComeEndsItsStreamAndNoOther() throws Exception {
        HttpClientRequest slow = join(request(HttpMethod.POST, "/v1/orders"));
        slow.putHeader("Content-Length", "10");
        join(slow.write("{"));
        // Its answer takes longer than a body may.
        Future<HttpClientResponse> other =
                request(HttpMethod.POST, "/v1/orders").compose(request -> request.send("{}"));

        assertThatThrownBy(() -> join(slow.response())).hasCauseInstanceOf(StreamResetException.class);
        assertThat(closed).succeedsWithin(Duration.ofSeconds(20));
        assertThat(join(other).statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsNoMethodOrNoTargetOverHttp1IsNoneHere() {
        assertThat(status(HttpMethod.TRACE, "/v1/orders")).isEqualTo(501);
        assertThat(status(HttpMethod.GET, "/v1/orders#x")).isEqualTo(400);
        assertThat(status(HttpMethod.GET, "/v1/orders")).isEqualTo(200);
    }

    private int status(HttpMethod method, String uri) {
        return join(request(method, uri).compose(HttpClientRequest::send)).statusCode();
    }

    private Future<HttpClientRequest> request(HttpMethod method, String uri) {
        return client.request(method, server.actualPort(), "127.0.0.1", uri);
    }

    private static <T> T join(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }
}

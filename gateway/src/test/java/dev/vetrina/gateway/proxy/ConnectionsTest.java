package dev.vetrina.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vetrina.testkit.MovableClock;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.impl.VertxInternal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Real sockets, of which some refuse. */
class ConnectionsTest {

    /** Nobody listens there. */
    private static final String AWAY = "http://127.0.0.1:1";

    private final Vertx vertx = Vertx.vertx();
    private final MovableClock clock = new MovableClock();

    @AfterEach
    void closeEverything() {
        await(vertx.close());
    }

    @Test
    void requestsAreSpreadOverTheInstances() {
        Connections connections = connections(serving("one") + "," + serving("other"));

        assertThat(answers(connections, 6)).containsExactly("one", "other", "one", "other", "one", "other");
    }

    @Test
    void oneThatRefusesTheConnectionIsSkipped() {
        Connections connections = connections(AWAY + "," + serving("one") + "," + serving("other"));

        assertThat(answers(connections, 6)).hasSize(6).contains("one", "other");
    }

    @Test
    void anInstanceThatIsBackHasItsTurnsAgain() {
        HttpServer first = server("one");
        int port = first.actualPort();
        Connections connections = connections("http://127.0.0.1:" + port + "," + serving("other"));
        await(first.close());
        assertThat(answers(connections, 3)).containsOnly("other");

        await(vertx.createHttpServer()
                .requestHandler(request -> request.response().end("one"))
                .listen(port, "127.0.0.1"));
        clock.advance(Duration.ofSeconds(2));

        assertThat(answers(connections, 4)).contains("one", "other");
    }

    @Test
    void withNobodyThereTheRequestHadNoEffect() {
        Connections connections = connections(AWAY + "," + AWAY);

        assertThatThrownBy(() -> answers(connections, 1)).hasCauseInstanceOf(NotReached.class);
    }

    @Test
    void everyEventLoopHasConnectionsOfItsOwn() {
        HttpServer server = await(vertx.createHttpServer()
                .requestHandler(request -> request.response()
                        .end(String.valueOf(request.remoteAddress().port())))
                .listen(0, "127.0.0.1"));
        Connections connections = connections("http://127.0.0.1:" + server.actualPort());
        VertxInternal loopsOfVertx = (VertxInternal) vertx;
        List<Context> loops = List.of(loopsOfVertx.createEventLoopContext(), loopsOfVertx.createEventLoopContext());

        List<String> used = IntStream.range(0, 6)
                .mapToObj(request -> await(answer(connections, loops.get(request % 2))))
                .toList();

        assertThat(used.get(0)).isNotEqualTo(used.get(1));
        assertThat(used).containsExactly(used.get(0), used.get(1), used.get(0), used.get(1), used.get(0), used.get(1));
    }

    private Connections connections(String order) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withConverter(Duration.class, 100, new DurationConverter())
                .withMapping(UpstreamAddresses.class)
                .withMapping(ProxySettings.class)
                .withDefaultValue("vetrina.upstream.order", order)
                .build();
        return new Connections(
                vertx,
                config.getConfigMapping(UpstreamAddresses.class),
                config.getConfigMapping(ProxySettings.class),
                clock);
    }

    private String serving(String name) {
        return "http://127.0.0.1:" + server(name).actualPort();
    }

    private HttpServer server(String name) {
        return await(vertx.createHttpServer()
                .requestHandler(request -> request.response().end(name))
                .listen(0, "127.0.0.1"));
    }

    private List<String> answers(Connections connections, int requests) {
        return IntStream.range(0, requests)
                .mapToObj(request -> await(answer(connections)))
                .toList();
    }

    /** On an event loop, as in the gateway: elsewhere an answer may be over before anybody listens to it. */
    private Future<String> answer(Connections connections) {
        return answer(connections, vertx.getOrCreateContext());
    }

    private static Future<String> answer(Connections connections, Context loop) {
        Promise<String> answer = Promise.promise();
        RequestOptions order = new RequestOptions().setMethod(HttpMethod.POST).setURI("/v1/orders");
        loop.runOnContext(now -> connections
                .to(Upstream.ORDER, order)
                .compose(connected -> connected.request().send("{}"))
                .compose(HttpClientResponse::body)
                .map(Buffer::toString)
                .onComplete(answer));
        return answer.future();
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }
}

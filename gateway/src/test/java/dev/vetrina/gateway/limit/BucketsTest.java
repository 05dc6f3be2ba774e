package dev.vetrina.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.gateway.Settings;
import dev.vetrina.gateway.Stubs;
import dev.vetrina.testkit.server.FreePort;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.embedded.RedisServer;

/** Requests that wait for a real Redis, twice each as with a token, before their bodies are read. */
class BucketsTest {

    private static final int MANY = 200;

    private final Policy user = new Policy("user", new Quota(10_000, Duration.ofMinutes(1)));
    private final Policy client = new Policy("client", new Quota(10_000, Duration.ofMinutes(1)));
    private final HttpClient callers = Stubs.vertx().createHttpClient(new HttpClientOptions().setMaxPoolSize(MANY));
    private final LocalBuckets local = new LocalBuckets(1_000, Duration.ofMinutes(1), TimeMeter.SYSTEM_NANOTIME);
    private RedisServer redis;
    private SharedBuckets shared;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        int port = FreePort.find();
        redis = Redis.started(port);
        shared = new SharedBuckets(
                Settings.of(LimitSettings.class, Map.of("vetrina.limits.store", "redis://127.0.0.1:" + port)),
                Clock.systemUTC(),
                new SimpleMeterRegistry());
        Awaitility.await().until(shared::isThere);
        Buckets buckets = new Buckets(local, shared);
        Router router = Router.router(Stubs.vertx());
        router.route()
                .handler(routing -> buckets.take(
                        routing,
                        user,
                        "u",
                        ofUser -> buckets.take(
                                routing,
                                client,
                                "c",
                                ofClient -> echo(routing, ofUser.allowed() && ofClient.allowed()))));
        server = join(Stubs.vertx().createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
    }

    private static void echo(RoutingContext routing, boolean allowed) {
        routing.request()
                .body()
                .onSuccess(body ->
                        routing.response().setStatusCode(allowed ? 200 : 429).end(body));
        routing.request().resume();
    }

    @AfterEach
    void stop() throws IOException {
        join(callers.close());
        join(server.close());
        shared.end();
        redis.stop();
    }

    @Test
    void manyRequestsOfOneClientGoOnWithTheirWholeBodies() {
        assertThat(answers()).hasSize(MANY).containsOnly("200 first second");
    }

    @Test
    void aStoreThatStopsMeanwhileHoldsNobodyUpAndRefusesNobody() throws IOException {
        List<CompletableFuture<String>> before = ask();
        redis.stop();
        assertThat(before.stream().map(BucketsTest::inTime)).hasSize(MANY).containsOnly("200 first second");
        assertThat(answers()).hasSize(MANY).containsOnly("200 first second");
        assertThat(local.look(client, "c").remaining())
                .isLessThan(client.quota().requests());
    }

    private List<String> answers() {
        return ask().stream().map(BucketsTest::inTime).toList();
    }

    private List<CompletableFuture<String>> ask() {
        return IntStream.range(0, MANY).mapToObj(i -> post()).toList();
    }

    /** The second part comes while the first one waits. */
    private CompletableFuture<String> post() {
        return Stubs.onLoop(() -> callers.request(HttpMethod.POST, server.actualPort(), "127.0.0.1", "/v1/orders")
                .compose(request -> {
                    request.putHeader("Content-Length", "12");
                    var _ = request.write("first ");
                    Stubs.vertx().setTimer(10, later -> request.end("second"));
                    return request.response();
                })
                .compose(answer -> answer.body().map(body -> answer.statusCode() + " " + body)));
    }

    private static <T> T join(Future<T> future) {
        return inTime(future.toCompletionStage().toCompletableFuture());
    }

    private static <T> T inTime(CompletableFuture<T> future) {
        return future.orTimeout(20, TimeUnit.SECONDS).join();
    }
}

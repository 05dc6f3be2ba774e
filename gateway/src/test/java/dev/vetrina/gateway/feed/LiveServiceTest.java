package dev.vetrina.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vetrina.gateway.proxy.UpstreamAddresses;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.testkit.MovableClock;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several instances of live-session-service on real sockets, of which some fail. */
class LiveServiceTest {

    /** Nobody listens there. */
    private static final String AWAY = "http://127.0.0.1:1";

    private static final ChannelKey CHANNEL = new ChannelKey(UUID.randomUUID(), "GB");

    private final Vertx vertx = Vertx.vertx();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    @AfterEach
    void closeEverything() {
        await(vertx.close());
    }

    @Test
    void openingsAreSpreadOverTheInstances() {
        LiveService live = service(serving("one"), serving("other"));

        IntStream.range(0, 4).forEach(number -> await(live.opening(CHANNEL, null, null)));

        assertThat(asked).containsExactly("one", "other", "one", "other");
    }

    @Test
    void ofAnInstanceThatIsAwayTheNextOneTakesOver() {
        LiveService live = service(AWAY, serving("other"));

        assertThat(await(live.opening(CHANNEL, 3L, null)).sequence()).isEqualTo(7);
        assertThat(await(live.stream(CHANNEL, 3L)).statusCode()).isEqualTo(200);
        assertThat(await(live.stream(CHANNEL, null)).statusCode()).isEqualTo(200);
    }

    @Test
    void soItDoesForOneThatFailsOrBreaksOffOrStandsStill() {
        LiveService live = service(
                instance(
                        "fails",
                        request -> request.response().setStatusCode(503).end()),
                instance("breaks off", request -> request.connection().close()),
                instance("stands still", request -> {}),
                serving("well"));

        assertThat(await(live.opening(CHANNEL, null, "ticket")).sequence()).isEqualTo(7);
        assertThat(asked).containsExactly("fails", "breaks off", "stands still", "well");
        asked.clear();
        assertThat(await(live.stream(CHANNEL, null)).statusCode()).isEqualTo(200);
        // Those that failed rest.
        assertThat(asked).containsExactly("well");
    }

    @Test
    void aRefusalIsNotAskedForAgainElsewhere() {
        LiveService live = service(
                instance(
                        "refuses",
                        request -> request.response().setStatusCode(404).end("""
                        {"code":"not-found","title":"Not found","detail":"Refused."}""")),
                serving("other"));

        assertThatThrownBy(() -> await(live.opening(CHANNEL, null, null)))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.status()).isEqualTo(404));
        assertThat(asked).containsExactly("refuses");
    }

    @Test
    void withNobodyThereItIsUnavailable() {
        assertThatThrownBy(() -> await(service(AWAY, AWAY).stream(CHANNEL, null)))
                .cause()
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.status()).isEqualTo(503));
    }

    private LiveService service(String... addresses) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withConverter(Duration.class, 100, new DurationConverter())
                .withMapping(UpstreamAddresses.class)
                .withMapping(FeedSettings.class)
                .withDefaultValue("vetrina.upstream.live", String.join(",", addresses))
                .withDefaultValue("vetrina.feed.opening-timeout", "0.5S")
                .build();
        return new LiveService(
                vertx,
                config.getConfigMapping(FeedSettings.class),
                config.getConfigMapping(UpstreamAddresses.class),
                new ObjectMapper(),
                new MovableClock());
    }

    private String serving(String name) {
        return instance(name, request -> request.response().end("""
                {"sequence":7,"viewerHash":"h","snapshot":{},"facts":[]}"""));
    }

    private String instance(String name, Handler<HttpServerRequest> behaviour) {
        int port = await(vertx.createHttpServer()
                        .requestHandler(request -> {
                            asked.add(name);
                            behaviour.handle(request);
                        })
                        .listen(0, "127.0.0.1"))
                .actualPort();
        return "http://127.0.0.1:" + port;
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }
}

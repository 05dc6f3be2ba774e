package dev.vetrina.live.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vetrina.kit.id.Ids;
import dev.vetrina.live.timeline.Timeline;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SessionRelaysTest {

    @Inject
    Timeline timeline;

    @Inject
    ChannelFacts facts;

    @Inject
    FeedConfig config;

    @Inject
    Vertx vertx;

    private final UUID sessionId = Ids.next();

    @Test
    void atTheShutdownOpenStreamsEndAndSoDoThoseThatComeAfterIt() throws Exception {
        SessionRelays relays = new SessionRelays(timeline, facts, config);
        HttpServer server = vertx.createHttpServer()
                .requestHandler(request -> join(relays, request))
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);

        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> early = readers.submit(() -> wholeStream(server));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> relays.sessionIds().contains(sessionId));
            relays.stop(new ShutdownDelayInitiatedEvent());
            Future<String> late = readers.submit(() -> wholeStream(server));

            assertThat(early.get(30, TimeUnit.SECONDS)).startsWith("event: hello");
            assertThat(late.get(30, TimeUnit.SECONDS)).startsWith("event: hello");
        } finally {
            server.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        }
    }

    private void join(SessionRelays relays, HttpServerRequest request) {
        FeedStream stream = new FeedStream("GB", request);
        stream.open(config.streamBufferBytes());
        var _ = vertx.executeBlocking(() -> {
            relays.join(sessionId, stream, OptionalLong.empty());
            return true;
        });
    }

    private static String wholeStream(HttpServer server) {
        return given().port(server.actualPort()).get("/").asString();
    }
}

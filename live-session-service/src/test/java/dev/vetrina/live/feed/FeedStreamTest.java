package dev.vetrina.live.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vetrina.events.LiveEvent.FactRecorded;
import dev.vetrina.events.LiveEvent.PresenceReported;
import dev.vetrina.live.Events;
import dev.vetrina.live.Goods;
import dev.vetrina.live.SeenFact;
import dev.vetrina.live.Show;
import dev.vetrina.live.feed.SseReader.SseEvent;
import dev.vetrina.live.timeline.Fact;
import dev.vetrina.testkit.Api;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FeedStreamTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    SessionRelays relays;

    @Inject
    EntityManager database;

    @Test
    void openingsAndTheStreamTogetherMissNothingAndDoubleNothingWhileProductsArePinned() throws Exception {
        Goods jumper = Goods.some();
        Goods scarf = Goods.some();
        Show show = Show.live(jumper, scarf);
        int pins = 40;

        try (ExecutorService host = Executors.newVirtualThreadPerTaskExecutor();
                SseReader upstream = SseReader.open(stream(show, "GB"))) {
            Future<?> pinning = host.submit(() -> {
                for (int i = 0; i < pins; i++) {
                    show.pin((i % 2 == 0 ? jumper : scarf).productId());
                }
            });
            await().atMost(PATIENCE).until(() -> upstream.named("hello").size() == 1);
            List<Long> openedAt = new ArrayList<>();
            while (!pinning.isDone()) {
                openedAt.add(opening(show).getLong("sequence"));
            }
            long last = pins + 2L;
            await().atMost(PATIENCE).until(() -> upstream.facts().contains(last));

            List<Long> streamed = upstream.facts();
            long hello = upstream.named("hello").getFirst().json().getLong("sequence");
            assertThat(streamed).containsExactlyElementsOf(range(hello + 1, last));
            for (long sequence : openedAt) {
                assertThat(streamed)
                        .filteredOn(fact -> fact > sequence)
                        .containsExactlyElementsOf(range(sequence + 1, last));
            }
            assertThat(openedAt).isSorted().hasSizeGreaterThan(2);
        }
    }

    @Test
    void aStreamBeginsWithWhereItStandsAndGivesFactsAsTheTimelineHasThem() {
        Goods jumper = Goods.some();
        Show show = Show.live(jumper);

        try (SseReader upstream = SseReader.open(stream(show, "DE"))) {
            await().atMost(PATIENCE).until(() -> !upstream.events().isEmpty());
            show.pin(jumper.productId()).then().statusCode(200);
            await().atMost(PATIENCE).until(() -> !upstream.facts().isEmpty());

            SseEvent hello = upstream.events().getFirst();
            assertThat(hello.name()).isEqualTo("hello");
            assertThat(hello.id()).isEmpty();
            assertThat(hello.json().getString("channel")).isEqualTo(show.id() + ":DE");
            assertThat(hello.json().getLong("sequence")).isEqualTo(2);
            SseEvent pinned = upstream.named("product-pinned").getFirst();
            SeenFact recorded = show.timeline().getLast();
            assertThat(pinned.id()).isEqualTo("3");
            assertThat(pinned.json().getLong("sequence")).isEqualTo(3);
            assertThat(pinned.json().getString("kind")).isEqualTo("product-pinned");
            assertThat(pinned.json().getString("occurredAt")).isEqualTo(recorded.occurredAt());
            assertThat(pinned.json().getInt("data.priceFrom.amount")).isEqualTo(2499);
            assertThat(pinned.json().getString("data.title")).startsWith("Jumper");
            assertThat(pinned.json().<Object>get("data.markets")).isNull();
        }
    }

    @Test
    void aStreamThatComesBackGetsWhatItMissed() {
        Goods jumper = Goods.some();
        Show show = Show.live(jumper);
        show.pin(jumper.productId());
        show.command("end");

        try (SseReader upstream = SseReader.open(stream(show, "GB") + "&after=1")) {
            await().atMost(PATIENCE).until(() -> upstream.facts().size() >= 3);

            assertThat(upstream.named("hello").getFirst().json().getLong("sequence"))
                    .isEqualTo(1);
            assertThat(upstream.facts()).containsExactly(2L, 3L, 4L);
        }
    }

    @Test
    void aFactThatKafkaBringsTwiceIsPassedOnOnce() {
        Goods jumper = Goods.some();
        Goods scarf = Goods.some();
        Show show = Show.live(jumper, scarf);

        try (SseReader upstream = SseReader.open(stream(show, "GB"))) {
            show.pin(jumper.productId());
            await().atMost(PATIENCE).until(() -> upstream.facts().contains(3L));
            Events.send(new FactRecorded(
                    show.id(), 3, "product-pinned", Instant.now(), JsonNodeFactory.instance.objectNode()));
            show.pin(scarf.productId());
            await().atMost(PATIENCE).until(() -> upstream.facts().contains(4L));

            assertThat(upstream.facts()).containsExactly(3L, 4L);
        }
    }

    @Test
    void aFactThatKafkaDoesNotBringComesFromTheTimeline() {
        Show show = Show.live(Goods.some());

        try (SseReader upstream = SseReader.open(stream(show, "GB"))) {
            await().atMost(PATIENCE).until(() -> !upstream.events().isEmpty());
            QuarkusTransaction.requiringNew().run(() -> recordPastTheOutbox(show));

            await().atMost(PATIENCE).until(() -> upstream.facts().contains(3L));
        }
    }

    @Test
    void aStreamThatIsClosedIsForgotten() {
        Show show = Show.live(Goods.some());

        try (SseReader upstream = SseReader.open(stream(show, "GB"))) {
            await().atMost(PATIENCE).until(() -> !upstream.events().isEmpty());
            assertThat(relays.sessionIds()).contains(show.id());
        }

        await().atMost(PATIENCE).until(() -> !relays.sessionIds().contains(show.id()));
    }

    @Test
    void aReaderThatDoesNotReadIsCutOff() throws IOException {
        Show show = Show.live(Goods.some());
        ObjectNode large = JsonNodeFactory.instance.objectNode().put("text", "x".repeat(1 << 20));

        try (Socket reader = new Socket("localhost", RestAssured.port)) {
            reader.getOutputStream()
                    .write(("GET " + stream(show, "GB") + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            await().atMost(PATIENCE).until(() -> relays.sessionIds().contains(show.id()));
            for (long sequence = 3; sequence < 40; sequence++) {
                relays.accept(show.id(), new Fact(sequence, "large", Instant.now(), large));
            }

            await().atMost(PATIENCE).until(() -> !relays.sessionIds().contains(show.id()));
        }
    }

    @Test
    void thePulseTellsOfViewers() {
        Show show = Show.live(Goods.some());

        try (SseReader upstream = SseReader.open(stream(show, "GB"))) {
            await().atMost(PATIENCE).until(() -> !upstream.named("pulse").isEmpty());
            long window = System.currentTimeMillis() / 1000 * 1000;
            Events.send(new PresenceReported(show.id(), window, "gw-1", "GB", 1000, 7, List.of("a")));

            await().atMost(PATIENCE)
                    .until(() -> upstream.named("pulse").stream()
                            .anyMatch(pulse -> pulse.json().getInt("viewers") == 7));
            assertThat(upstream.named("pulse")).allMatch(pulse -> pulse.id().isEmpty());
            await().atMost(PATIENCE).until(() -> !upstream.comments().isEmpty());
        }
    }

    @Test
    void aStreamOfWhatNobodySeesIsRefused() {
        Show draft = Show.draft();
        Show show = Show.scheduled(Goods.some());

        Api.anonymous().get(stream(draft, "GB")).then().statusCode(404).body("code", equalTo("not-found"));
        Api.anonymous()
                .get("/internal/feed/nonsense/stream?market=GB")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
        Api.anonymous().get(stream(show, "ID")).then().statusCode(422).body("code", equalTo("market-not-shown"));
        Api.anonymous().get(stream(show, "gb")).then().statusCode(422).body("code", equalTo("invalid-input"));
        Api.anonymous()
                .get(stream(show, "GB") + "&after=x")
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("after"));
    }

    private void recordPastTheOutbox(Show show) {
        database.createNativeQuery("update session set fact_sequence = 3 where id = ?1")
                .setParameter(1, show.id())
                .executeUpdate();
        database.createNativeQuery(
                        "insert into timeline select ?1, 3, 'product-unpinned', current_timestamp, '{\"productId\":\"x\"}'")
                .setParameter(1, show.id())
                .executeUpdate();
    }

    private static JsonPath opening(Show show) {
        return Api.anonymous()
                .get("/internal/feed/" + show.id() + "/opening?market=GB")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String stream(Show show, String market) {
        return "/internal/feed/" + show.id() + "/stream?market=" + market;
    }

    private static List<Long> range(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }
}

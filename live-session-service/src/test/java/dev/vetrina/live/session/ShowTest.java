package dev.vetrina.live.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.vetrina.events.DomainEvent;
import dev.vetrina.events.EventJson;
import dev.vetrina.events.GoldenEvents;
import dev.vetrina.events.LiveEvent.FactRecorded;
import dev.vetrina.events.LiveEvent.SessionChanged;
import dev.vetrina.events.LiveEvent.SessionStatus;
import dev.vetrina.events.Topics;
import dev.vetrina.live.Events;
import dev.vetrina.live.Goods;
import dev.vetrina.live.SeenFact;
import dev.vetrina.live.Show;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.KafkaProbe;
import dev.vetrina.testkit.ReceivedRecord;
import dev.vetrina.testkit.identity.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ShowTest {

    @Test
    void aShowIsToldFactByFact() {
        Goods jumper = Goods.some();
        Goods scarf = Goods.some();
        try (KafkaProbe probe = KafkaProbe.fromNow(Topics.LIVE_FEED, Topics.LIVE_SESSIONS)) {
            Show show = Show.live(jumper, scarf);
            show.pin(jumper.productId()).then().statusCode(200).body("pinnedProductId", equalTo(text(jumper)));
            show.pin(scarf.productId()).then().statusCode(200);
            Api.as(show.token()).delete(show.path("/pin")).then().statusCode(204);
            show.command("end").then().statusCode(200).body("status", equalTo("ENDED"));

            assertThat(show.kinds())
                    .containsExactly(
                            "session-scheduled",
                            "session-started",
                            "product-pinned",
                            "product-pinned",
                            "product-unpinned",
                            "session-ended");
            assertThat(show.timeline()).extracting(SeenFact::sequence).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
            probe.await(
                    "the last fact",
                    seen -> show.id().toString().equals(seen.key())
                            && sequenceOf(seen).equals("6"));
            assertThat(factsOf(probe, show)).extracting(FactRecorded::sequence).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
            assertThat(statesOf(probe, show))
                    .extracting(SessionChanged::status)
                    .containsExactly(SessionStatus.SCHEDULED, SessionStatus.LIVE, SessionStatus.ENDED);
            assertThat(statesOf(probe, show))
                    .extracting(SessionChanged::sequence)
                    .isSorted();
            assertThat(membersOf(probe, show, FactRecorded.class)).isEqualTo(goldenMembers(FactRecorded.class));
            assertThat(membersOf(probe, show, SessionChanged.class)).isEqualTo(goldenMembers(SessionChanged.class));
        }
    }

    @Test
    void aPauseIsToldToViewersAndToTheOtherServices() {
        Goods jumper = Goods.some();
        try (KafkaProbe probe = KafkaProbe.fromNow(Topics.LIVE_SESSIONS)) {
            Show show = Show.live(jumper);
            show.pin(jumper.productId()).then().statusCode(200);
            show.command("pause").then().statusCode(200).body("status", equalTo("PAUSED"));
            show.command("pause").then().statusCode(200);
            show.command("resume").then().statusCode(200).body("pinnedProductId", equalTo(text(jumper)));
            show.command("resume").then().statusCode(200);
            show.command("pause").then().statusCode(200);
            show.command("end").then().statusCode(200).body("status", equalTo("ENDED"));

            assertThat(show.kinds())
                    .endsWith("product-pinned", "session-paused", "session-resumed", "session-paused", "session-ended");
            assertThat(show.timeline().get(3).data()).containsKey("pausedAt");
            assertThat(show.timeline().get(4).data()).containsKey("resumedAt");
            Instant endedAt = Instant.parse(show.state().getString("endedAt"));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> statesOf(probe, show).getLast().status() == SessionStatus.ENDED);
            assertThat(statesOf(probe, show))
                    .extracting(SessionChanged::status)
                    .endsWith(SessionStatus.PAUSED, SessionStatus.LIVE, SessionStatus.PAUSED, SessionStatus.ENDED);
            assertThat(statesOf(probe, show).getLast().changedAt()).isEqualTo(endedAt);
        }
    }

    @Test
    void aPausedSessionStillTellsWhatChanges() {
        Goods jumper = Goods.some();
        Show show = Show.live(jumper);
        show.command("pause").then().statusCode(200);

        Events.send(jumper.priced(2, Goods.pounds(1500)));

        show.awaitLast("price-changed");
        show.pin(jumper.productId()).then().statusCode(200);
    }

    @Test
    void theSnapshotShowsTheLineupAtThePricesOfTheMarket() {
        Goods jumper = Goods.some();
        Goods scarf = Goods.some();
        Events.send(jumper.stock(1, 5));
        Show show = Show.live(jumper, scarf);

        Api.anonymous()
                .queryParam("market", "DE")
                .get(show.path(""))
                .then()
                .statusCode(200)
                .body("status", equalTo("LIVE"))
                .body("market", equalTo("DE"))
                .body("viewersNow", equalTo(0))
                .body("sequence", equalTo(2))
                .body("lineup.productId", contains(text(jumper), text(scarf)))
                .body("lineup[0].priceFrom.amount", equalTo(2499))
                .body("lineup[0].variants[0].price.currency", equalTo("EUR"))
                .body("lineup[0].soldOut", equalTo(false))
                .body("lineup[1].soldOut", equalTo(true))
                .body("pinnedProductId", nullValue());
        Api.anonymous()
                .queryParam("market", "ID")
                .get(show.path(""))
                .then()
                .statusCode(422)
                .body("code", equalTo("market-not-shown"));
    }

    @Test
    void aCommandRepeatedSucceedsAndLeavesNoSecondFact() {
        Goods jumper = Goods.some();
        Show show = Show.live(jumper);

        show.command("start").then().statusCode(200);
        show.pin(jumper.productId()).then().statusCode(200);
        show.pin(jumper.productId()).then().statusCode(200);
        show.command("end").then().statusCode(200);
        show.command("end").then().statusCode(200);

        assertThat(show.kinds())
                .containsExactly("session-scheduled", "session-started", "product-pinned", "session-ended");
    }

    @Test
    void aProductThatLeavesTheLineupIsUnpinnedFirst() {
        Goods jumper = Goods.some();
        Goods scarf = Goods.some();
        Show show = Show.live(jumper, scarf);
        show.pin(jumper.productId());

        show.lineUp(scarf).then().statusCode(200).body("items.productId", contains(text(scarf)));

        assertThat(show.kinds()).endsWith("product-pinned", "product-unpinned", "lineup-changed");
        assertThat(show.state().getString("pinnedProductId")).isNull();
    }

    @Test
    void aPinDoesNotMakeTheLineupStale() {
        Goods jumper = Goods.some();
        Goods scarf = Goods.some();
        Show show = Show.live(jumper, scarf);
        long version = show.state().getLong("version");

        show.pin(jumper.productId());

        assertThat(show.state().getLong("version")).isEqualTo(version);
    }

    @Test
    void aScheduledSessionIsAnnouncedAnewWhenItIsEdited() {
        Show show = Show.scheduled(Goods.some());
        String etag = Api.as(show.token()).get(show.path("")).header("ETag");

        Api.as(show.token())
                .header("If-Match", etag)
                .body("{\"title\":\"Later\",\"markets\":[\"GB\"],\"startsAt\":\"2030-01-01T00:00:00+01:00\"}")
                .put(show.path(""))
                .then()
                .statusCode(200)
                .body("title", equalTo("Later"))
                .body("startsAt", equalTo("2029-12-31T23:00:00Z"));

        assertThat(show.kinds()).containsExactly("session-scheduled", "session-scheduled");
    }

    @Test
    void aStartIsToldAsPreciselyAsItIsKept() {
        Show show = Show.scheduled(Goods.some());

        Api.as(show.token())
                .header("If-Match", "\"" + show.state().getLong("version") + "\"")
                .body("{\"title\":\"On Trend\",\"markets\":[\"GB\"],\"startsAt\":\"2030-01-01T00:00:00.123456789Z\"}")
                .put(show.path(""))
                .then()
                .statusCode(200)
                .body("startsAt", equalTo("2030-01-01T00:00:00.123456Z"));

        assertThat(show.timeline().getLast().data()).containsEntry("startsAt", "2030-01-01T00:00:00.123456Z");
        assertThat(show.state().getString("startsAt")).isEqualTo("2030-01-01T00:00:00.123456Z");
    }

    @Test
    void theTimelineIsReadPageByPage() {
        Goods jumper = Goods.some();
        Show show = Show.live(jumper);
        show.pin(jumper.productId());

        String cursor = Api.anonymous()
                .queryParam("limit", 2)
                .get(show.path("/timeline"))
                .then()
                .body("items.sequence", contains(1, 2))
                .extract()
                .path("nextCursor");
        Api.anonymous()
                .queryParam("limit", 2)
                .queryParam("cursor", cursor)
                .get(show.path("/timeline"))
                .then()
                .body("items.sequence", contains(3))
                .body("nextCursor", nullValue());
    }

    @Test
    void draftsAreListedForTheirHostOnly() {
        Show draft = Show.draft();

        assertThat(listed(draft, draft.token())).containsExactly(draft.id().toString());
        assertThat(listed(draft, Tokens.operator())).containsExactly(draft.id().toString());
        assertThat(listed(draft, Tokens.customer("nosy"))).isEmpty();
        draft.schedule(Instant.now().plusSeconds(60)).then().statusCode(200);
        assertThat(listed(draft, Tokens.customer("nosy")))
                .containsExactly(draft.id().toString());
    }

    private static List<String> listed(Show show, String token) {
        return Api.as(token)
                .queryParam("creatorId", show.creatorId())
                .get("/v1/sessions")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id");
    }

    private static String text(Goods goods) {
        return goods.productId().toString();
    }

    private static String sequenceOf(ReceivedRecord seen) {
        return seen.type().equals("session.fact-recorded.v1") ? seen.headers().getOrDefault("ce_sequence", "") : "";
    }

    private static List<FactRecorded> factsOf(KafkaProbe probe, Show show) {
        return events(probe, show.id(), FactRecorded.class);
    }

    private static List<SessionChanged> statesOf(KafkaProbe probe, Show show) {
        return events(probe, show.id(), SessionChanged.class);
    }

    private static <E> List<E> events(KafkaProbe probe, UUID sessionId, Class<E> type) {
        return probe.received().stream()
                .filter(seen -> sessionId.toString().equals(seen.key()))
                .flatMap(seen -> EventJson.read(seen.type(), bytes(seen)).stream())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** The members of the first event of a type, as it stands in Kafka. */
    private static Set<String> membersOf(KafkaProbe probe, Show show, Class<? extends DomainEvent> type) {
        return probe.received().stream()
                .filter(seen -> show.id().toString().equals(seen.key()))
                .filter(seen -> seen.type().equals(EventJson.typeOf(type)))
                .map(seen -> members(bytes(seen)))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> goldenMembers(Class<? extends DomainEvent> type) {
        return members(GoldenEvents.json(EventJson.typeOf(type)));
    }

    private static Set<String> members(byte[] json) {
        return JsonPath.from(new String(json, StandardCharsets.UTF_8)).<Object, Object>getMap("").keySet().stream()
                .map(String::valueOf)
                .collect(Collectors.toSet());
    }

    private static byte[] bytes(ReceivedRecord seen) {
        return Objects.requireNonNull(seen.value()).getBytes(StandardCharsets.UTF_8);
    }
}

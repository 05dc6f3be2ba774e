package dev.vetrina.live.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import dev.vetrina.events.LiveEvent.EngagementCounted;
import dev.vetrina.events.LiveEvent.InteractionCount;
import dev.vetrina.events.LiveEvent.ReactionCount;
import dev.vetrina.events.Topics;
import dev.vetrina.kit.consumer.KafkaConnection;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.live.Events;
import dev.vetrina.live.Goods;
import dev.vetrina.live.Show;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.KafkaProbe;
import dev.vetrina.testkit.identity.Tokens;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class EngagementTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    ReactionsGauge gauge;

    @Inject
    Engagement engagement;

    @Inject
    KafkaConnection connection;

    private final Goods jumper = Goods.some();
    private final Goods scarf = Goods.some();

    @Test
    void reactionsOfAllViewersAreTotalsInThePulse() {
        Show show = Show.live(jumper);

        react(show, "ben", "{\"kind\":\"HEART\"}").then().statusCode(202);
        react(show, "eve", "{\"kind\":\"HEART\",\"count\":4,\"market\":\"GB\"}")
                .then()
                .statusCode(202);
        react(show, "eve", "{\"kind\":\"CLAP\",\"market\":\"DE\"}").then().statusCode(202);

        await().atMost(PATIENCE).until(() -> told(show), Map.of("HEART", 5L, "CLAP", 1L)::equals);
        assertThat(show.statistics().getMap("reactions")).isEqualTo(Map.of("HEART", 5, "CLAP", 1));
    }

    @Test
    void noReactionIsToldSinglyOrByName() {
        Show show = Show.live(jumper);
        try (KafkaProbe probe = KafkaProbe.fromNow(Topics.LIVE_ENGAGEMENT)) {
            for (int i = 0; i < 5; i++) {
                react(show, "ben-of-london", "{\"kind\":\"FIRE\"}").then().statusCode(202);
            }
            await().atMost(PATIENCE).until(() -> told(show), Map.of("FIRE", 5L)::equals);

            var windows = probe.received().stream()
                    .filter(seen -> show.id().toString().equals(seen.key()))
                    .toList();
            assertThat(windows)
                    .isNotEmpty()
                    .allSatisfy(window -> assertThat(window.type()).isEqualTo("engagement.counted.v1"));
            assertThat(windows.toString()).doesNotContain("ben-of-london");
        }
    }

    @Test
    void aTicketIsEnoughAndNothingIsNot() {
        Show show = Show.live(jumper);
        String ticket =
                Api.anonymous().post(show.path("/feed-tickets")).jsonPath().getString("ticket");

        Api.anonymous()
                .queryParam("ticket", ticket)
                .body("{\"kind\":\"WOW\"}")
                .post(show.path("/reactions"))
                .then()
                .statusCode(202);
        Api.anonymous()
                .body("{\"kind\":\"WOW\"}")
                .post(show.path("/reactions"))
                .then()
                .statusCode(401)
                .body("code", equalTo("unauthenticated"));
        Api.anonymous()
                .queryParam("ticket", ticket)
                .body("{\"kind\":\"WOW\"}")
                .post(Show.live(scarf).path("/reactions"))
                .then()
                .statusCode(401)
                .body("code", equalTo("invalid-ticket"));

        await().atMost(PATIENCE).until(() -> told(show), Map.of("WOW", 1L)::equals);
    }

    @Test
    void reactionsAreTakenWhileTheSessionIsOnAir() {
        Show scheduled = Show.scheduled(jumper);
        Show live = Show.live(scarf);
        Show draft = Show.draft();

        react(scheduled, "ben", "{\"kind\":\"HEART\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("session-not-live"));
        react(draft, "ben", "{\"kind\":\"HEART\"}").then().statusCode(404).body("code", equalTo("not-found"));
        react(live, "ben", "{\"kind\":\"HEART\"}").then().statusCode(202);
        live.command("end").then().statusCode(200);

        await().atMost(PATIENCE)
                .until(() -> react(live, "eve", "{\"kind\":\"HEART\"}").statusCode() == 409);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                        | 422 | kind
            {"kind":null}                             | 422 | kind
            {"kind":"HEART","count":0}                | 422 | count
            {"kind":"HEART","count":21}               | 422 | count
            {"kind":"HEART","market":"gb"}            | 422 | market
            """)
    void aReactionThatBreaksARuleIsRefusedWithItsField(String body, int status, String field) {
        Show show = Show.live(jumper);

        react(show, "ben", body).then().statusCode(status).body("violations.field", hasItem(field));
    }

    @Test
    void aReactionThatCannotBeReadIsRefused() {
        Show show = Show.live(jumper);

        react(show, "ben", "{\"kind\":\"HATE\"}").then().statusCode(400);
        react(show, "ben", "{\"kind\":\"HEART\",\"count\":\"many\"}").then().statusCode(400);
        react(show, "ben", "").then().statusCode(422);
        react(show, "ben", "{\"kind\":\"HEART\",\"market\":\"ID\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("market-not-shown"));
        assertThat(told(show)).isEmpty();
    }

    @Test
    void whoReactsWithoutAnEndIsAskedToWait() {
        Show show = Show.live(jumper);

        Response refused = await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(
                        () -> react(show, "ben", "{\"kind\":\"HEART\",\"count\":20}"),
                        answer -> answer.statusCode() == 429);

        refused.then()
                .body("code", equalTo("too-many-requests"))
                .header("Retry-After", notNullValue())
                .header("RateLimit", notNullValue());
        react(show, "eve", "{\"kind\":\"HEART\"}").then().statusCode(202);
    }

    @Test
    void aViewersLooksAtAProductCountOnceAMinuteAndKind() {
        Show show = Show.live(jumper, scarf);
        String twice = looks(look(jumper, "IMPRESSION"), look(jumper, "IMPRESSION"), look(jumper, "CLICK"));

        interact(show, "ben", twice).then().statusCode(202).body("counted", equalTo(2));
        interact(show, "eve", looks(look(scarf, "IMPRESSION"), look(jumper, "IMPRESSION")))
                .then()
                .statusCode(202)
                .body("counted", equalTo(2));

        await().atMost(PATIENCE)
                .until(
                        () -> sum(show),
                        Map.of(jumper.productId(), List.of(2L, 1L), scarf.productId(), List.of(1L, 0L))::equals);
    }

    @Test
    void looksAtWhatIsNotShownAreNotCounted() {
        Show show = Show.live(jumper);

        interact(show, "ben", looks(look(scarf, "CLICK"), look(jumper, "CLICK")))
                .then()
                .statusCode(202)
                .body("counted", equalTo(1));
        interact(show, "ben", "{\"interactions\":[]}")
                .then()
                .statusCode(422)
                .body("violations.field", hasItem("interactions"));
        interact(show, "ben", "{\"interactions\":[{\"productId\":null,\"type\":\"CLICK\"}]}")
                .then()
                .statusCode(422);
        String tooMany =
                looks(Stream.generate(() -> look(jumper, "CLICK")).limit(101).toArray(String[]::new));
        interact(show, "ben", tooMany).then().statusCode(422).body("violations.field", hasItem("interactions"));
    }

    @Test
    void aWindowThatComesTwiceOrLateCountsOnce() {
        Show show = Show.live(jumper);
        Instant second = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        EngagementCounted window = window(show, second, "one", 3);
        Events.send(window);
        Events.send(window);
        Events.send(window(show, second, "other", 10));
        Events.send(window(show, second.minusSeconds(1), "one", 100));
        Events.send(window(show, second.plusSeconds(1), "one", 1_000));

        await().atMost(PATIENCE).until(() -> told(show), Map.of("HEART", 1_013L)::equals);
    }

    @Test
    void whatHappensAfterTheEndDoesNotCount() {
        Show show = Show.live(jumper);
        show.command("end").then().statusCode(200);
        Instant end = Instant.parse(show.state().getString("endedAt"));
        Events.send(window(show, end.minusSeconds(5), "one", 7));
        Events.send(window(show, end.plusSeconds(1), "one", 100));
        Events.send(window(show, end.minusSeconds(4), "other", 1));

        await().atMost(PATIENCE).until(() -> told(show), Map.of("HEART", 8L)::equals);
    }

    /** One that was never started: nothing but its end tells what it has counted. */
    @Test
    void anInstanceThatStopsTellsWhatItHasCounted() {
        Show show = Show.live(jumper);
        EngagementCounter counter = new EngagementCounter();
        EngagementWindows windows = new EngagementWindows(counter, connection, Clock.systemUTC());
        counter.count(show.id(), count -> count.add("GB", ReactionKind.FIRE, 3));

        windows.stop(new ShutdownEvent());

        await().atMost(PATIENCE).until(() -> told(show), Map.of("FIRE", 3L)::equals);
    }

    @Test
    void theWindowThatInstancesKeepToIsCounted() {
        EngagementCounted golden = Events.sendGolden(EngagementCounted.class);

        await().atMost(PATIENCE)
                .until(
                        () -> engagement.reactionTotals(List.of(golden.sessionId())),
                        totals -> totals.containsKey(golden.sessionId()));
        assertThat(engagement.reactionTotals(List.of(golden.sessionId())).get(golden.sessionId()))
                .isEqualTo(Map.of("HEART", 12L, "CLAP", 1L));
    }

    private static EngagementCounted window(Show show, Instant start, String instance, long hearts) {
        return new EngagementCounted(
                show.id(),
                start.toEpochMilli(),
                instance,
                start,
                1000,
                List.of(new ReactionCount("GB", "HEART", hearts)),
                List.of(new InteractionCount("GB", Ids.next(), 1, 0)));
    }

    private Map<String, Long> told(Show show) {
        return gauge.read(List.of(show.id())).getOrDefault(show.id(), Map.of());
    }

    /** Impressions and clicks. */
    private Map<UUID, List<Long>> sum(Show show) {
        return engagement.looks(show.id()).stream()
                .collect(Collectors.toMap(
                        Engagement.Looks::productId,
                        seen -> List.of(seen.impressions(), seen.clicks()),
                        (a, b) -> List.of(a.getFirst() + b.getFirst(), a.getLast() + b.getLast())));
    }

    private static Response react(Show show, String viewer, String body) {
        return Api.as(Tokens.customer(viewer)).body(body).post(show.path("/reactions"));
    }

    private static Response interact(Show show, String viewer, String body) {
        return Api.as(Tokens.customer(viewer)).body(body).post(show.path("/product-interactions"));
    }

    private static String looks(String... looks) {
        return "{\"market\":\"GB\",\"interactions\":[" + String.join(",", looks) + "]}";
    }

    private static String look(Goods goods, String type) {
        return "{\"productId\":\"" + goods.productId() + "\",\"type\":\"" + type + "\"}";
    }
}

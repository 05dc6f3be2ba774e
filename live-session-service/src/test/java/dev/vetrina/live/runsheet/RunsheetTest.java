package dev.vetrina.live.runsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.vetrina.kit.id.Ids;
import dev.vetrina.live.Goods;
import dev.vetrina.live.SeenFact;
import dev.vetrina.live.Show;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.MovableClock;
import dev.vetrina.testkit.identity.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RunsheetTest {

    @Inject
    MovableClock clock;

    private final Goods jumper = Goods.some();
    private final Goods scarf = Goods.some();

    @AfterEach
    void backToTheRealTime() {
        clock.reset();
    }

    @Test
    void aPlanIsSeenInTheOrderOfTheLineup() {
        Show show = Show.scheduled(scarf, jumper);

        edit(show, 0, plan()).then().statusCode(200).header("ETag", equalTo("\"1\""));

        runsheet(show)
                .then()
                .statusCode(200)
                .body("items.productId", equalTo(List.of(text(scarf), text(jumper))))
                .body("items.plannedSeconds", equalTo(List.of(60, 120)))
                .body("items.plannedFromSecond", equalTo(List.of(0, 60)))
                .body(
                        "items.brandId",
                        equalTo(List.of(
                                scarf.brandId().toString(), jumper.brandId().toString())))
                .body("items[1].note", equalTo("Show the cuffs"))
                .body("brandSlots[0].promisedSeconds", equalTo(80))
                .body("currentProductId", nullValue());
    }

    @Test
    void nobodyOverwritesAPlanThatTheyHaveNotSeen() {
        Show show = Show.scheduled(scarf, jumper);
        edit(show, 0, plan()).then().statusCode(200);

        edit(show, 0, plan()).then().statusCode(412).body("code", equalTo("stale-version"));
        Api.as(show.token()).body(plan()).put(show.path("/runsheet")).then().statusCode(428);
        edit(show, 1, plan()).then().statusCode(200).body("version", equalTo(2));
    }

    @Test
    void aPlanIsOfProductsOfTheLineupAndOfWindowsThatCanBeKept() {
        Show show = Show.scheduled(jumper);
        String body = """
                {"items": [{"productId": "%s"}, {"productId": "%s"}, {"productId": "%s"}],
                 "brandSlots": [{"brandId": "%s", "fromSecond": 60, "toSecond": 60, "promisedSeconds": 1},
                                {"brandId": "%s", "fromSecond": 0, "toSecond": 60, "promisedSeconds": 61}]}""".formatted(text(jumper), text(jumper), Ids.next(), jumper.brandId(), jumper.brandId());

        edit(show, 0, body)
                .then()
                .statusCode(422)
                .body(
                        "violations.field",
                        containsInAnyOrder(
                                "items[1].productId",
                                "items[2].productId",
                                "brandSlots[0].toSecond",
                                "brandSlots[1].promisedSeconds"));
    }

    @Test
    void notesAreForTheCrewOnly() {
        Show show = Show.live(scarf, jumper);
        edit(show, 0, plan()).then().statusCode(200);

        for (String path : List.of("", "/lineup", "/timeline", "/airtime")) {
            assertThat(Api.as(show.token()).get(show.path(path)).asString()).doesNotContain("Show the cuffs");
        }
        for (String token :
                List.of(Tokens.customer("ben"), Tokens.creator("another"), Tokens.brand(jumper.brandId()))) {
            Api.as(token).get(show.path("/runsheet")).then().statusCode(403);
            Api.as(token).body(plan()).put(show.path("/runsheet")).then().statusCode(403);
        }
        Api.anonymous().get(show.path("/runsheet")).then().statusCode(401);
        Api.as(Tokens.moderator("mo")).get(show.path("/runsheet")).then().statusCode(200);
    }

    @Test
    void airtimeIsWhatTheTimelineSaysWithoutPauses() {
        Show show = Show.live(scarf, jumper);
        edit(show, 0, plan()).then().statusCode(200);
        cue(show, null);
        clock.advance(Duration.ofSeconds(40));
        cue(show, scarf);
        clock.advance(Duration.ofSeconds(30));
        show.command("pause").then().statusCode(200);
        clock.advance(Duration.ofSeconds(500));
        show.command("resume").then().statusCode(200);
        clock.advance(Duration.ofSeconds(20));
        show.pin(scarf.productId()).then().statusCode(200);
        clock.advance(Duration.ofSeconds(10));
        show.command("end").then().statusCode(200);

        JsonPath airtime = airtime(show, show.token());

        Map<String, Long> measured = new HashMap<>();
        List<String> products = airtime.getList("products.productId");
        for (int i = 0; i < products.size(); i++) {
            measured.put(products.get(i), airtime.getLong("products[" + i + "].airtimeMillis"));
        }
        Map<String, Long> expected = recomputed(show.timeline());
        assertThat(measured.keySet()).isEqualTo(expected.keySet());
        // A position is a whole number of milliseconds, so each end of a showing may be one off.
        measured.forEach((product, millis) -> assertThat(millis).isCloseTo(expected.get(product), within(4L)));
        assertThat(measured.get(text(jumper))).isBetween(50_000L, 60_000L);
        assertThat(airtime.getInt("brands.find { it.brandId == '%s' }.promisedSeconds".formatted(jumper.brandId())))
                .isEqualTo(90);
        // On screen from 40 s to 90 s of the show, in a window that ends at 80 s.
        long inWindow = airtime.getLong(
                "brands.find { it.brandId == '%s' }.slots[0].airtimeMillis".formatted(jumper.brandId()));
        assertThat(inWindow).isBetween(30_000L, 40_000L);
    }

    @Test
    void aBrandSeesItsOwnAirtimeOnly() {
        Show show = Show.live(scarf, jumper);
        edit(show, 0, plan()).then().statusCode(200);
        cue(show, null);
        cue(show, scarf);

        JsonPath own = airtime(show, Tokens.brand(jumper.brandId()));

        assertThat(own.getList("products.productId")).containsExactly(text(jumper));
        assertThat(own.getList("brands.brandId"))
                .containsExactly(jumper.brandId().toString());
        assertThat(airtime(show, Tokens.brand(Ids.next())).getList("brands")).isEmpty();
        assertThat(airtime(show, Tokens.operator()).getList("brands")).hasSize(2);
        Api.as(Tokens.creator("another")).get(show.path("/airtime")).then().statusCode(403);
        Api.as(Tokens.customer("ben")).get(show.path("/airtime")).then().statusCode(403);
    }

    @Test
    void aPlanIsNotChangedOnceTheShowIsOver() {
        Show show = Show.live(scarf, jumper);
        show.command("end").then().statusCode(200);

        edit(show, 0, plan()).then().statusCode(409).body("code", equalTo("session-closed"));
    }

    /** Adds up every moment between two facts, knowing nothing of airings. */
    private static Map<String, Long> recomputed(List<SeenFact> timeline) {
        Map<String, Long> sums = new HashMap<>();
        String onScreen = null;
        boolean running = false;
        Instant before = Instant.EPOCH;
        for (SeenFact fact : timeline) {
            Instant now = Instant.parse(fact.occurredAt());
            if (running && onScreen != null) {
                sums.merge(onScreen, Duration.between(before, now).toNanos(), Long::sum);
            }
            before = now;
            switch (fact.kind()) {
                case "session-started", "session-resumed" -> running = true;
                case "session-paused", "session-ended" -> running = false;
                case "product-pinned" -> onScreen = (String) fact.data().get("productId");
                default -> {
                    // Of no weight.
                }
            }
        }
        sums.replaceAll((product, nanos) -> nanos / 1_000_000);
        return sums;
    }

    private String plan() {
        return """
                {"items": [{"productId": "%s", "plannedSeconds": 120, "note": "Show the cuffs"},
                           {"productId": "%s", "plannedSeconds": 60}],
                 "brandSlots": [{"brandId": "%s", "fromSecond": 0, "toSecond": 80, "promisedSeconds": 80},
                                {"brandId": "%s", "fromSecond": 100, "toSecond": 200, "promisedSeconds": 10}]}""".formatted(text(jumper), text(scarf), jumper.brandId(), jumper.brandId());
    }

    private static Response edit(Show show, long version, String body) {
        return Api.as(show.token())
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .put(show.path("/runsheet"));
    }

    private static Response runsheet(Show show) {
        return Api.as(show.token()).get(show.path("/runsheet"));
    }

    private static void cue(Show show, @Nullable Goods seen) {
        Api.as(show.token())
                .body(seen == null ? "{}" : "{\"currentProductId\":\"" + text(seen) + "\"}")
                .post(show.path("/cue"))
                .then()
                .statusCode(200);
    }

    private static JsonPath airtime(Show show, String token) {
        return Api.as(token)
                .get(show.path("/airtime"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String text(Goods goods) {
        return goods.productId().toString();
    }
}

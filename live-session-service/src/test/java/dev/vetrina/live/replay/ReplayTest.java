package dev.vetrina.live.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.vetrina.live.Events;
import dev.vetrina.live.Goods;
import dev.vetrina.live.Show;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReplayTest {

    @Inject
    MovableClock clock;

    private final Goods jumper = Goods.some();
    private final Goods scarf = Goods.some();

    @AfterEach
    void backToTheRealTime() {
        clock.reset();
    }

    @Test
    void aReplayTellsWhereEachProductIsInTheRecording() {
        JsonPath replay = replay(shown());

        assertThat(replay.getList("chapters.productId"))
                .containsExactly(
                        jumper.productId().toString(),
                        scarf.productId().toString(),
                        jumper.productId().toString());
        assertThat(replay.getLong("chapters[0].fromMillis")).isBetween(20_000L, 30_000L);
        assertThat(replay.getLong("chapters[1].fromMillis")).isBetween(50_000L, 60_000L);
        // A pause of 300 s is not in the recording.
        assertThat(replay.getLong("chapters[2].fromMillis")).isBetween(70_000L, 80_000L);
        assertThat(replay.getLong("chapters[2].toMillis")).isEqualTo(replay.getLong("durationMillis"));
        assertThat(replay.getString("recording.url"))
                .isEqualTo("https://media.example/" + replay.getString("sessionId") + "/index.m3u8");
    }

    @Test
    void factsHaveTheirPlaceWithAndWithoutPauses() {
        Show show = shown();

        JsonPath timeline = Api.anonymous()
                .get(replay(show).getString("timelinePath"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        List<String> kinds = timeline.getList("items.kind");
        int last = kinds.lastIndexOf("product-pinned");
        long pause = timeline.getLong("items[" + last + "].offsetMillis")
                - timeline.getLong("items[" + last + "].positionMillis");
        assertThat(pause).isBetween(300_000L, 305_000L);
        assertThat(timeline.getLong("items[" + kinds.indexOf("product-pinned") + "].offsetMillis")
                        - timeline.getLong("items[" + kinds.indexOf("product-pinned") + "].positionMillis"))
                .isBetween(0L, 1_000L);
    }

    @Test
    void productsAreBuyableAtTodaysPrices() {
        Show show = shown();

        Events.send(jumper.priced(2, Goods.pounds(999)));
        Events.send(jumper.stock(1, 5));

        await().atMost(Duration.ofSeconds(30))
                .until(() -> replay(show)
                                .getInt("products.find { it.productId == '%s' }.priceFrom.amount"
                                        .formatted(jumper.productId()))
                        == 999);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !replay(show)
                        .getBoolean("products.find { it.productId == '%s' }.soldOut".formatted(jumper.productId())));
    }

    @Test
    void whatHasLeftTheLineupIsInTheReplayAllTheSame() {
        Show show = Show.live(jumper, scarf);
        show.pin(jumper.productId()).then().statusCode(200);
        show.lineUp(scarf).then().statusCode(200);
        show.command("end").then().statusCode(200);

        assertThat(replay(show).getList("products.productId"))
                .containsExactly(
                        scarf.productId().toString(), jumper.productId().toString());
    }

    @Test
    void thereIsNoReplayBeforeTheEndNorInAnotherMarket() {
        Show show = Show.live(jumper);
        String path = show.path("/replay");

        Api.anonymous().get(path + "?market=GB").then().statusCode(409).body("code", equalTo("session-not-over"));
        show.command("end").then().statusCode(200);
        Api.anonymous().get(path + "?market=ID").then().statusCode(422).body("code", equalTo("market-not-shown"));
        Api.anonymous().get(path).then().statusCode(422).body("violations[0].field", equalTo("market"));
        Api.anonymous().get(path + "?market=GB").then().statusCode(200);
    }

    /** The jumper 20 s after the start, the scarf 30 s later, a pause, and the jumper again. */
    private Show shown() {
        Show show = Show.live(jumper, scarf);
        clock.advance(Duration.ofSeconds(20));
        show.pin(jumper.productId()).then().statusCode(200);
        clock.advance(Duration.ofSeconds(30));
        show.pin(scarf.productId()).then().statusCode(200);
        show.command("pause").then().statusCode(200);
        clock.advance(Duration.ofMinutes(5));
        show.command("resume").then().statusCode(200);
        clock.advance(Duration.ofSeconds(20));
        show.pin(jumper.productId()).then().statusCode(200);
        show.command("end").then().statusCode(200);
        return show;
    }

    private static JsonPath replay(Show show) {
        return Api.anonymous()
                .get(show.path("/replay?market=GB"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}

package dev.vetrina.live.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.vetrina.kit.id.Ids;
import dev.vetrina.live.Goods;
import dev.vetrina.live.Show;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ShowingTest {

    @Inject
    MovableClock clock;

    private final Goods jumper = Goods.some();
    private final Goods scarf = Goods.some();

    @AfterEach
    void backToTheRealTime() {
        clock.reset();
    }

    @Test
    void aProductLeadsToTheSessionsThatShowedIt() {
        Show ended = Show.live(jumper, scarf);
        clock.advance(Duration.ofSeconds(40));
        ended.pin(jumper.productId()).then().statusCode(200);
        ended.pin(scarf.productId()).then().statusCode(200);
        ended.command("pause").then().statusCode(200);
        clock.advance(Duration.ofSeconds(100));
        ended.command("resume").then().statusCode(200);
        ended.pin(jumper.productId()).then().statusCode(200);
        ended.command("end").then().statusCode(200);
        Show live = Show.live(jumper);
        live.pin(jumper.productId()).then().statusCode(200);
        Show another = Show.live(jumper, scarf);
        another.pin(scarf.productId()).then().statusCode(200);

        JsonPath showings = showings(jumper.productId(), Map.of());

        assertThat(showings.getList("items.sessionId"))
                .containsExactly(live.id().toString(), ended.id().toString());
        assertThat(showings.getList("items.status")).containsExactly("LIVE", "ENDED");
        assertThat(showings.getList("items[1].moments")).hasSize(2);
        assertThat(showings.getLong("items[1].moments[0].offsetMillis")).isBetween(40_000L, 50_000L);
        assertThat(showings.getLong("items[1].moments[1].offsetMillis")).isBetween(140_000L, 150_000L);
        assertThat(showings.getLong("items[1].moments[1].positionMillis")).isBetween(40_000L, 50_000L);
    }

    @Test
    void aSessionThatIsNotListedIsNotFoundByItsProducts() {
        Show unlisted = Show.draftWith(",\"visibility\":\"UNLISTED\"", "GB").withLineup(jumper);
        unlisted.schedule(Instant.now().plusSeconds(3600)).then().statusCode(200);
        unlisted.command("start").then().statusCode(200);
        unlisted.pin(jumper.productId()).then().statusCode(200);

        assertThat(showings(jumper.productId(), Map.of()).getList("items")).isEmpty();
        Api.anonymous().get(unlisted.path("")).then().statusCode(200);
    }

    @Test
    void manySessionsComeInPages() {
        Show first = Show.live(jumper);
        Show second = Show.live(jumper);
        first.pin(jumper.productId()).then().statusCode(200);
        second.pin(jumper.productId()).then().statusCode(200);

        JsonPath page = showings(jumper.productId(), Map.of("limit", 1));
        JsonPath next = showings(jumper.productId(), Map.of("limit", 1, "cursor", page.getString("nextCursor")));

        assertThat(page.getList("items.sessionId")).containsExactly(second.id().toString());
        assertThat(next.getList("items.sessionId")).containsExactly(first.id().toString());
        assertThat(next.getString("nextCursor")).isNull();
    }

    @Test
    void whatWasOnlyInALineupWasNotShown() {
        Show.live(jumper);

        assertThat(showings(jumper.productId(), Map.of()).getList("items")).isEmpty();
        assertThat(showings(Ids.next(), Map.of()).getList("items")).isEmpty();
        Api.anonymous().get("/v1/showings").then().statusCode(422).body("violations[0].field", equalTo("productId"));
    }

    private static JsonPath showings(UUID productId, Map<String, Object> page) {
        return Api.anonymous()
                .queryParam("productId", productId.toString())
                .queryParams(page)
                .get("/v1/showings")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}

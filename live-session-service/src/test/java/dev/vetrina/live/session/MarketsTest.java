package dev.vetrina.live.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.vetrina.events.CatalogEvent.MarketChanged;
import dev.vetrina.events.CatalogEvent.MarketStage;
import dev.vetrina.events.CatalogEvent.TaxTreatment;
import dev.vetrina.live.Events;
import dev.vetrina.live.Goods;
import dev.vetrina.live.Show;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MarketsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    @Inject
    MovableClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void aViewerSeesOnlyWhatItsBrandSellsInTheMarket() {
        Goods everywhere = Goods.some();
        Goods british = Goods.some();
        Show show = Show.draft().withLineup(everywhere, british);
        Events.send(british.priced(2, Goods.pounds(1999)));
        show.schedule(Instant.now().plusSeconds(3600)).then().statusCode(200);
        show.command("start").then().statusCode(200);
        await().atMost(PATIENCE).untilAsserted(() -> seen(show, "DE").body("lineup.size()", equalTo(1)));
        show.pin(british.productId()).then().statusCode(200);

        seen(show, "GB")
                .body("lineup.productId", contains(text(everywhere), text(british)))
                .body("pinnedProductId", equalTo(text(british)));
        seen(show, "DE")
                .body("lineup.productId", contains(text(everywhere)))
                .body("productIds", contains(text(everywhere)))
                .body("pinnedProductId", nullValue());
        Api.as(show.token())
                .queryParam("market", "DE")
                .get(show.path("/lineup"))
                .then()
                .body("items.offered", contains(true, false))
                .body("items.listed", contains(true, false));
        Map<String, Object> pinned = show.awaitLast("product-pinned");
        assertThat(pinned.get("markets"))
                .asString()
                .contains("DE={offered=false}")
                .contains("GB={offered=true");
    }

    @Test
    void whatAMarketSellsCannotBeBoughtWhileItIsClosedAndViewersAreTold() {
        Show draft = Show.draftIn("NO");
        Goods jumper = Goods.some();
        Events.send(jumper.priced(1, Goods.price("NO", 2499, "EUR", LONG_AGO)));
        await().atMost(PATIENCE).until(() -> draft.lineUp(jumper).statusCode() == 200);
        draft.schedule(Instant.now().plusSeconds(3600)).then().statusCode(200);
        draft.command("start").then().statusCode(200);
        seen(draft, "NO").body("marketOpen", equalTo(true)).body("lineup[0].listed", equalTo(true));

        Instant close = clock.instant().plusSeconds(600);
        Events.send(norway(2, MarketStage.LAUNCHED, MarketStage.PAUSED, close));
        Events.send(norway(1, MarketStage.PILOT, MarketStage.LAUNCHED, Instant.EPOCH));
        seen(draft, "NO").body("marketOpen", equalTo(true));
        await().atMost(PATIENCE).until(() -> {
            // Once the event is known, time makes the difference.
            clock.reset();
            clock.advance(Duration.ofSeconds(601));
            return !seen(draft, "NO").extract().jsonPath().getBoolean("marketOpen");
        });

        Map<String, Object> told = draft.awaitLast("price-changed");
        assertThat(told).containsEntry("productId", text(jumper));
        assertThat(told.toString()).doesNotContain("priceFrom");
        seen(draft, "NO")
                .body("lineup.productId", contains(text(jumper)))
                .body("lineup[0].listed", equalTo(false))
                .body("lineup[0].variants[0].price", nullValue());

        Events.send(norway(3, MarketStage.PAUSED, MarketStage.LAUNCHED, close.minusSeconds(60)));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(pricesTold(draft)).hasSize(2));
        seen(draft, "NO").body("lineup[0].priceFrom.amount", equalTo(2499));
    }

    @Test
    void anAnswerSaysHowLongItHoldsWhereAPriceIsAnnounced() {
        Goods goods = Goods.some();
        Show show = Show.draft().withLineup(goods);
        show.schedule(Instant.now().plusSeconds(3600)).then().statusCode(200);
        Instant announced = clock.instant().plusSeconds(50);
        Events.send(goods.priced(2, Goods.pounds(1999), Goods.pounds(1799, announced)));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(unchangedMillis(show, "")).isBetween(0L, 50_000L));
        assertThat(unchangedMillis(show, "/lineup")).isBetween(0L, 50_000L);
        clock.advance(Duration.ofSeconds(51));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(unchangedMillis(show, "")).isEqualTo(-1));
    }

    /** -1 for an answer that does not say. */
    private static long unchangedMillis(Show show, String part) {
        String header =
                Api.anonymous().queryParam("market", "GB").get(show.path(part)).header("Vetrina-Unchanged-Millis");
        return header == null ? -1 : Long.parseLong(header);
    }

    private static List<String> pricesTold(Show show) {
        return show.kinds().stream().filter("price-changed"::equals).toList();
    }

    private static MarketChanged norway(long sequence, MarketStage before, MarketStage after, Instant effectiveAt) {
        return new MarketChanged(
                "NO", sequence, "EUR", TaxTreatment.INCLUSIVE, List.of("en"), before, after, effectiveAt);
    }

    private static ValidatableResponse seen(Show show, String market) {
        return Api.anonymous()
                .queryParam("market", market)
                .get(show.path(""))
                .then()
                .statusCode(200);
    }

    private static String text(Goods goods) {
        return goods.productId().toString();
    }
}

package dev.vetrina.live.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.vetrina.events.CatalogEvent.BrandChanged;
import dev.vetrina.events.CatalogEvent.BrandStatus;
import dev.vetrina.events.CatalogEvent.MarketChanged;
import dev.vetrina.events.CatalogEvent.ProductChanged;
import dev.vetrina.events.CatalogEvent.ProductStatus;
import dev.vetrina.events.StockEvent.StockLevelChanged;
import dev.vetrina.live.Events;
import dev.vetrina.live.Goods;
import dev.vetrina.live.Show;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.MovableClock;
import dev.vetrina.testkit.identity.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CatalogEventConsumerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    MovableClock clock;

    private final Goods jumper = Goods.some();

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void aPriceThatChangesIsAFactOfTheLiveSession() {
        Show show = Show.live(jumper);

        Events.send(jumper.priced(2, Goods.pounds(1500)));

        Map<String, Object> data = show.awaitLast("price-changed");
        assertThat(data).containsEntry("productId", jumper.productId().toString());
        assertThat(price(show)).isEqualTo(1500);
        assertThat(data.toString()).contains("priceFrom={amount=1500, currency=GBP}");
    }

    @Test
    void theSameStateAgainOlderOrWithoutAnotherPriceIsNoFact() {
        Show show = Show.live(jumper);
        ProductChanged cheaper = jumper.priced(3, Goods.pounds(1500));
        UUID eventId = UUID.randomUUID();

        Events.send(cheaper, eventId);
        Events.send(cheaper, eventId);
        Events.send(cheaper);
        Events.send(jumper.priced(2, Goods.pounds(100)));
        Events.send(jumper.priced(4, Goods.pounds(1500)));
        Events.send(jumper.priced(5, Goods.pounds(1400)));

        await().atMost(PATIENCE).until(() -> price(show) == 1400);
        assertThat(show.kinds())
                .containsExactly("session-scheduled", "session-started", "price-changed", "price-changed");
    }

    @Test
    void anAnnouncedPriceIsToldWhenItTakesEffect() {
        Show show = Show.live(jumper);
        Events.send(jumper.priced(
                2, Goods.pounds(1999), Goods.pounds(1500, clock.instant().plusSeconds(600))));
        Events.send(jumper.stock(1, 3));
        show.awaitLast("back-in-stock");
        assertThat(price(show)).isEqualTo(1999);

        // The German price is gone at once, the British one changes later.
        await().atMost(PATIENCE).until(() -> show.kinds().contains("price-changed"));
        clock.advance(Duration.ofSeconds(601));

        assertThat(price(show)).isEqualTo(1500);
        await().atMost(PATIENCE)
                .until(() ->
                        show.kinds().stream().filter("price-changed"::equals).count() == 2);
    }

    @Test
    void aWithdrawnProductHasNoPriceAnyMore() {
        Show show = Show.live(jumper);

        Events.send(jumper.state(2, ProductStatus.INACTIVE, Goods.pounds(1999)));

        show.awaitLast("price-changed");
        Api.anonymous()
                .get(show.path("/lineup"))
                .then()
                .body("items[0].listed", equalTo(false))
                .body("items[0].priceFrom", nullValue());
    }

    @Test
    void theProductsOfASuspendedBrandCannotBeBoughtUntilItIsReinstated() {
        Show show = Show.live(jumper);
        Show other = Show.live(Goods.some());

        Events.send(brand(2, BrandStatus.SUSPENDED));
        Events.send(brand(1, BrandStatus.ACTIVE));
        Map<String, Object> suspended = show.awaitLast("price-changed");
        assertThat(suspended).containsEntry("productId", jumper.productId().toString());
        assertThat(suspended.toString()).doesNotContain("priceFrom");
        Api.anonymous()
                .get(show.path("/lineup"))
                .then()
                .body("items[0].listed", equalTo(false))
                .body("items[0].variants[0].price", nullValue());
        Show.draft().lineUp(jumper).then().statusCode(409).body("code", equalTo("brand-suspended"));

        Events.send(brand(3, BrandStatus.SUSPENDED));
        Events.send(brand(4, BrandStatus.ACTIVE));
        await().atMost(PATIENCE)
                .until(() ->
                        show.kinds().stream().filter("price-changed"::equals).count() == 2);
        assertThat(price(show)).isEqualTo(1999);
        assertThat(other.kinds()).doesNotContain("price-changed");
    }

    private BrandChanged brand(long sequence, BrandStatus status) {
        return new BrandChanged(jumper.brandId(), sequence, "Northwind", status);
    }

    @Test
    void aSessionThatIsNotLiveIsNotToldOfPrices() {
        Show show = Show.scheduled(jumper);

        Events.send(jumper.priced(2, Goods.pounds(1500)));

        await().atMost(PATIENCE).until(() -> price(show) == 1500);
        assertThat(show.kinds()).containsExactly("session-scheduled");
    }

    @Test
    void anEventThatCannotBeReadIsKeptAndThoseOfOtherProductsGoOn() {
        Goods other = Goods.some();
        Events.sendText(jumper.active(1), "{\"productId\":", UUID.randomUUID());
        Events.send(jumper.active(2));
        Events.send(other.active(1));

        Show show = Show.draft().withLineup(other);
        await().atMost(PATIENCE).until(() -> deadLettersOf(jumper).containsAll(List.of("FAILED", "PARKED")));
        show.lineUp(jumper).then().statusCode(404).body("code", equalTo("not-yet-visible"));
    }

    @Test
    void theEventsThatTheirProducersKeepToAreTaken() {
        Events.sendGolden(BrandChanged.class);
        Events.sendGolden(MarketChanged.class);
        ProductChanged product = Events.sendGolden(ProductChanged.class);
        StockLevelChanged level = Events.sendGolden(StockLevelChanged.class);
        Show show = Show.draftIn("GB", "DE");
        Goods shirt = new Goods(product.productId(), level.variantId(), product.brandId());

        await().atMost(PATIENCE).until(() -> show.lineUp(shirt).statusCode() == 200);
        await().atMost(PATIENCE)
                .until(() -> !Api.as(show.token())
                        .get(show.path("/lineup"))
                        .jsonPath()
                        .getBoolean("items[0].variants[0].soldOut"));
        Api.as(show.token())
                .get(show.path("/lineup?market=DE"))
                .then()
                .body("items[0].title", equalTo("Linen shirt"))
                .body("items[0].variants[0].price.amount", equalTo(2299))
                .body("items[0].variants[1].price", nullValue());
    }

    private static List<String> deadLettersOf(Goods goods) {
        return Api.as(Tokens.operator())
                .queryParam("limit", 200)
                .get("/v1/operations/live/dead-letters")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.findAll { it.key == '%s' && it.consumer == 'cards' }.state"
                        .formatted(goods.productId()));
    }

    private static int price(Show show) {
        return Api.anonymous()
                .queryParam("market", "GB")
                .get(show.path("/lineup"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getInt("items[0].priceFrom.amount");
    }
}

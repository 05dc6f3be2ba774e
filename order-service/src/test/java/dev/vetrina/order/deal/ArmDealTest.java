package dev.vetrina.order.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.vetrina.events.CatalogEvent.Price;
import dev.vetrina.events.CatalogEvent.ProductChanged;
import dev.vetrina.events.CatalogEvent.ProductStatus;
import dev.vetrina.events.CatalogEvent.Variant;
import dev.vetrina.events.DealEvent.DealArmed;
import dev.vetrina.events.DealEvent.DealRejected;
import dev.vetrina.events.DealEvent.DealRejection;
import dev.vetrina.events.DealEvent.ReducedPrice;
import dev.vetrina.events.LiveEvent.DealPrice;
import dev.vetrina.events.LiveEvent.DealRequested;
import dev.vetrina.events.Money;
import dev.vetrina.events.Topics;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.order.Catalogue;
import dev.vetrina.order.Catalogue.Goods;
import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.order.Shop;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.KafkaProbe;
import dev.vetrina.testkit.identity.Tokens;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@OrderServiceTest
class ArmDealTest extends InALiveShow {

    @Test
    void anArmedDealHasItsUnitsInAPoolOfItsOwnAndIsToldWithAbsoluteTimes() throws Exception {
        try (KafkaProbe probe = KafkaProbe.fromNow(Topics.STOCK_DEALS)) {
            DealRequested request = host.asksFor(mug, 1_500, 4, 2);
            UUID deal = host.armed(request);

            assertThat(Host.pool(mug, "shared")).containsExactly(6, 0, 0);
            assertThat(Host.pool(mug, deal)).containsExactly(4, 0, 0);
            DealArmed told = Host.told(probe, deal, DealArmed.class);
            assertThat(told.sequence()).isEqualTo(1);
            assertThat(told.opensAt()).isEqualTo(request.opensAt());
            assertThat(told.closesAt()).isEqualTo(request.opensAt().plusSeconds(Host.SECONDS));
            assertThat(told.prices())
                    .containsExactly(new ReducedPrice("GB", new Money(1_500, "GBP"), new Money(2_000, "GBP")));
            Shop.stock(mug).body("putOnSale", equalTo(10));
        }
    }

    @Test
    void everybodySeesAnArmedDealAndOnlyItsBrandItsUnits() {
        UUID deal = host.armed(mug, 1_500, 4, 2);

        Api.anonymous()
                .get("/v1/deals/{id}", deal)
                .then()
                .statusCode(200)
                .body("perBuyerLimit", equalTo(2))
                .body("prices[0].price.amount", equalTo(1_500))
                .body("prices[0].referencePrice.amount", equalTo(2_000))
                .body("units", equalTo(null));
        Api.as(Tokens.brand(mug.brandId()))
                .get("/v1/deals/{id}", deal)
                .then()
                .body("units.available", equalTo(4))
                .body("units.sourcePool", equalTo("shared"));
    }

    @Test
    void aRepeatedRequestArmsOnce() {
        DealRequested request = host.asksFor(mug, 1_500, 4, 2);
        host.armed(request);
        Catalogue.publish(request);
        host.armed(mug, 1_400, 1, 1);

        assertThat(Host.pool(mug, "shared")).containsExactly(5, 0, 0);
        assertThat(Host.pool(mug, request.dealId())).containsExactly(4, 0, 0);
    }

    @Test
    void aWithdrawalThatComesFirstRejectsTheRequest() throws Exception {
        DealRequested request = host.asksFor(mug, 1_500, 4, 2);
        host.withdraws(request.dealId());

        assertThat(rejection(request)).isEqualTo(DealRejection.WITHDRAWN);
        assertThat(Host.pool(mug, "shared")).containsExactly(10, 0, 0);
        Host.awaitDeal(request.dealId(), 404);
    }

    @Test
    void aWithdrawnDealGivesItsUnitsBack() {
        UUID deal = host.armed(mug, 1_500, 4, 2);

        host.withdraws(deal);

        Host.awaitStatus(deal, "CLOSED");
        assertThat(Host.pool(mug, "shared")).containsExactly(10, 0, 0);
    }

    @Test
    void aDealOfOneMarketDrawsFromThatMarketsOwnPool() {
        Api.as(Tokens.brand(mug.brandId()))
                .header("Idempotency-Key", Api.idempotencyKey())
                .body(Map.of(
                        "adjustments",
                        List.of(Map.of(
                                "variantId", mug.variantId(), "pool", "market:GB", "delta", 5, "reason", "RECEIVED"))))
                .post("/v1/inventory-adjustments")
                .then()
                .statusCode(201);

        UUID deal = host.armed(mug, 1_500, 4, 2);

        assertThat(Host.pool(mug, "market:GB")).containsExactly(1, 0, 0);
        assertThat(Host.pool(mug, "shared")).containsExactly(10, 0, 0);
        host.withdraws(deal);
        Host.awaitStatus(deal, "CLOSED");
        assertThat(Host.pool(mug, "market:GB")).containsExactly(5, 0, 0);
    }

    @Test
    void moreUnitsThanThereAreAreRejected() throws Exception {
        assertThat(rejection(host.asksFor(mug, 1_500, 11, 2))).isEqualTo(DealRejection.NOT_ENOUGH_STOCK);
    }

    @Test
    void whatIsAskedForTooLateIsRejected() throws Exception {
        var prices = List.of(new DealPrice("GB", new Money(1_500, "GBP")));

        assertThat(rejection(host.asksFor(mug, prices, 4, 2, host.now(), -1))).isEqualTo(DealRejection.TOO_LATE);
    }

    @Test
    void anUnknownVariantIsRejected() throws Exception {
        Goods unknown = new Goods(Ids.next(), Ids.next(), Ids.next(), mug.price());

        assertThat(rejection(host.asksFor(unknown, 1_500, 4, 2))).isEqualTo(DealRejection.UNKNOWN_VARIANT);
    }

    @Test
    void aShowThatNobodyAnnouncedSellsNothing() throws Exception {
        Host stranger = new Host(Ids.next(), clock.instant());

        assertThat(rejection(stranger.asksFor(mug, 1_500, 4, 2))).isEqualTo(DealRejection.SESSION_NOT_SELLING);
    }

    @Test
    void aPriceThatWasUndercutInTheLastThirtyDaysIsNoReduction() throws Exception {
        Instant now = clock.instant();
        Goods plate = Catalogue.onSale(2_000, 1_000);
        Catalogue.publish(repriced(plate, 1, new Price("GB", new Money(1_200, "GBP"), now.minus(Duration.ofDays(20)))));
        Catalogue.publish(repriced(plate, 2, new Price("GB", new Money(2_000, "GBP"), now.minus(Duration.ofDays(10)))));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Shop.place("ann", Shop.order(plate, 1), Api.idempotencyKey())
                                .<String>path("lines[0].title"))
                        .isEqualTo("Plate 2"));

        assertThat(rejection(host.asksFor(plate, 1_500, 4, 2))).isEqualTo(DealRejection.NOT_A_REDUCTION);
        host.armed(plate, 1_199, 4, 2);
    }

    @Test
    void aBrandsGuardrailsAreKeptAndItsBudgetCountsOnlyWhatMayStillBeSold() throws Exception {
        guardrails("\"0\"", 40, 1_300, 2_000).statusCode(200).body("version", equalTo(1));
        guardrails("\"0\"", 40, 1_300, 2_000).statusCode(412);

        assertThat(rejection(host.asksFor(mug, 1_299, 1, 1))).isEqualTo(DealRejection.BELOW_FLOOR_PRICE);
        assertThat(rejection(host.asksFor(mug, 1_500, 5, 1))).isEqualTo(DealRejection.DISCOUNT_BUDGET_SPENT);
        UUID deal = host.armed(mug, 1_500, 4, 1);
        assertThat(rejection(host.asksFor(mug, 1_900, 1, 1))).isEqualTo(DealRejection.DISCOUNT_BUDGET_SPENT);
        used(2_000);

        Host.buyOne("ann", mug, deal, 1_500).then().statusCode(201);
        host.withdraws(deal);
        Host.awaitStatus(deal, "CLOSED");

        used(500);
        host.armed(mug, 1_500, 3, 1);
    }

    @Test
    void moreOffThanTheBrandAllowsIsRejected() throws Exception {
        guardrails("\"0\"", 20, 0, 1_000_000).statusCode(200);

        assertThat(rejection(host.asksFor(mug, 1_599, 1, 1))).isEqualTo(DealRejection.BELOW_FLOOR_PRICE);
        host.armed(mug, 1_600, 1, 1);
    }

    private ValidatableResponse guardrails(String ifMatch, int percent, long floor, long budget) {
        return Api.as(Tokens.brand(mug.brandId()))
                .header("If-Match", ifMatch)
                .body(Map.of(
                        "maximumDiscountPercent",
                        percent,
                        "floorPrices",
                        List.of(Map.of("variantId", mug.variantId(), "market", "GB", "price", new Money(floor, "GBP"))),
                        "budgets",
                        List.of(Map.of(
                                "market",
                                "GB",
                                "amount",
                                new Money(budget, "GBP"),
                                "startsAt",
                                host.now().minusSeconds(3_600).toString(),
                                "endsAt",
                                host.now().plusSeconds(3_600).toString()))))
                .put("/v1/deal-guardrails/{id}", mug.brandId())
                .then();
    }

    private void used(int pence) {
        Api.as(Tokens.brand(mug.brandId()))
                .get("/v1/deal-guardrails/{id}", mug.brandId())
                .then()
                .statusCode(200)
                .body("budgets[0].used.amount", equalTo(pence));
    }

    private static DealRejection rejection(DealRequested request) throws Exception {
        try (KafkaProbe probe = KafkaProbe.fromNow(Topics.STOCK_DEALS)) {
            Catalogue.publish(request);
            return Host.told(probe, request.dealId(), DealRejected.class).reason();
        }
    }

    private static ProductChanged repriced(Goods goods, long sequence, Price price) {
        return new ProductChanged(
                goods.productId(),
                sequence,
                goods.brandId(),
                null,
                "Plate " + sequence,
                null,
                ProductStatus.ACTIVE,
                List.of(new Variant(goods.variantId(), null, null, "", Map.of(), List.of(price))));
    }
}

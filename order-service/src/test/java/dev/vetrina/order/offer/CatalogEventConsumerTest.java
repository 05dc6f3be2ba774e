package dev.vetrina.order.offer;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.vetrina.events.CatalogEvent.BrandChanged;
import dev.vetrina.events.CatalogEvent.BrandStatus;
import dev.vetrina.events.CatalogEvent.MarketChanged;
import dev.vetrina.events.CatalogEvent.MarketStage;
import dev.vetrina.events.CatalogEvent.Price;
import dev.vetrina.events.CatalogEvent.ProductChanged;
import dev.vetrina.events.CatalogEvent.ProductStatus;
import dev.vetrina.events.CatalogEvent.TaxTreatment;
import dev.vetrina.events.CatalogEvent.Variant;
import dev.vetrina.events.Money;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.order.Catalogue;
import dev.vetrina.order.Catalogue.Goods;
import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.order.Shop;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.KafkaProbe;
import dev.vetrina.testkit.MovableClock;
import dev.vetrina.testkit.identity.Tokens;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@OrderServiceTest
class CatalogEventConsumerTest {

    @Inject
    MovableClock clock;

    @Test
    void aWithdrawnProductIsNotSoldAndAnOlderEventDoesNotBringItBack() {
        Goods mug = Catalogue.onSale(1_000, 500);
        Catalogue.publish(Catalogue.product(mug, 2, ProductStatus.INACTIVE));
        awaitRefusal(mug, "not-for-sale");

        Catalogue.publish(Catalogue.product(mug, 1, ProductStatus.ACTIVE));
        Catalogue.publish(Catalogue.product(mug, 2, ProductStatus.ACTIVE));
        Catalogue.known(1);

        awaitRefusal(mug, "not-for-sale");
    }

    @Test
    void aSuspendedBrandSellsNothing() {
        Goods mug = Catalogue.onSale(1_000, 500);

        Catalogue.publish(new BrandChanged(mug.brandId(), 1, "Acme", BrandStatus.SUSPENDED));

        awaitRefusal(mug, "not-for-sale");
    }

    @Test
    void aPriceTakesEffectByTheClock() {
        Goods mug = Catalogue.onSale(1_000, 500);
        Instant later = clock.instant().plusSeconds(3_600);
        Catalogue.publish(renamed(mug, 1, new Price("GB", new Money(1_500, "GBP"), later)));
        awaitNewName(mug);
        Shop.place("ann", Shop.order(mug, 1), Api.idempotencyKey()).then().statusCode(201);

        clock.advance(Duration.ofSeconds(3_601));

        Shop.place("ann", Shop.order(mug, 1), Api.idempotencyKey())
                .then()
                .statusCode(409)
                .body("code", equalTo("total-changed"))
                .body("actualTotal.amount", equalTo(1_500));
    }

    @Test
    void aRepeatGetsItsAnswerAlsoWhenTheGoodsAreNoLongerSold() {
        Goods mug = Catalogue.onSale(1_000, 500);
        String key = Api.idempotencyKey();
        String id = Shop.place("ann", Shop.order(mug, 1), key)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Catalogue.publish(Catalogue.product(mug, 1, ProductStatus.INACTIVE));
        awaitRefusal(mug, "not-for-sale");

        Shop.place("ann", Shop.order(mug, 1), key)
                .then()
                .statusCode(201)
                .header("Idempotent-Replayed", "true")
                .body("id", equalTo(id));
        Shop.place("ann", Shop.order(mug, 2), key)
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void aClosedMarketSellsNothingAndAnUnknownOneIsNone() {
        Goods mug = Catalogue.onSale(1_000, 500);
        Catalogue.publish(new MarketChanged(
                "SE",
                1,
                "GBP",
                TaxTreatment.INCLUSIVE,
                List.of("en"),
                MarketStage.PLANNED,
                MarketStage.PLANNED,
                Instant.EPOCH));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> orderIn("SE", mug).statusCode(409).body("code", equalTo("market-closed")));
        orderIn("ZZ", mug).statusCode(422).body("violations[0].field", equalTo("market"));
    }

    @Test
    void anEventThatCannotBeReadIsKeptAsADeadLetterAndTheOthersGoOn() {
        String key = Ids.next().toString();
        KafkaProbe.publish(
                "catalog.products",
                key,
                "{\"productId\": 7",
                Map.of("ce_id", Ids.next().toString(), "ce_type", "product.changed.v1", "ce_sequence", "1"));

        Catalogue.onSale(1_000, 5);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> Api.as(Tokens.operator())
                        .get("/v1/operations/order/dead-letters?limit=200")
                        .then()
                        .statusCode(200)
                        .body(
                                "items.findAll { it.key == '%s' && it.consumer == 'offers' }.state".formatted(key),
                                equalTo(List.of("FAILED"))));
    }

    private static void awaitRefusal(Goods goods, String code) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> Shop.place("ann", Shop.order(goods, 1), Api.idempotencyKey())
                        .then()
                        .statusCode(409)
                        .body("code", equalTo(code)));
    }

    private static void awaitNewName(Goods goods) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> Shop.place("ann", Shop.order(goods, 1), Api.idempotencyKey())
                        .then()
                        .body("lines[0].title", equalTo("Mug – Renamed")));
    }

    private static ProductChanged renamed(Goods goods, long sequence, Price next) {
        return new ProductChanged(
                goods.productId(),
                sequence,
                goods.brandId(),
                null,
                "Mug",
                null,
                ProductStatus.ACTIVE,
                List.of(new Variant(
                        goods.variantId(),
                        null,
                        null,
                        "Renamed",
                        Map.of(),
                        List.of(new Price("GB", goods.price(), Instant.EPOCH), next))));
    }

    private static ValidatableResponse orderIn(String market, Goods goods) {
        return Shop.place(
                        "ann",
                        Map.of(
                                "market",
                                market,
                                "lines",
                                List.of(Map.of("variantId", goods.variantId(), "quantity", 1)),
                                "shippingAddress",
                                Shop.ADDRESS,
                                "expectedTotal",
                                goods.price()),
                        Api.idempotencyKey())
                .then();
    }
}

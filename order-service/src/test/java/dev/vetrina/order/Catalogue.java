package dev.vetrina.order;

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
import dev.vetrina.events.DomainEvent;
import dev.vetrina.events.EventJson;
import dev.vetrina.events.Money;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.KafkaProbe;
import dev.vetrina.testkit.identity.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes goods that can be bought, the way the catalogue would: by its events. */
public final class Catalogue {

    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    private Catalogue() {}

    public record Goods(UUID variantId, UUID productId, UUID brandId, Money price) {}

    /** An active variant that costs {@code pence} in the open market GB, with this many units on sale. */
    public static Goods onSale(long pence, long units) {
        Goods goods = known(pence);
        stock(goods, units);
        return goods;
    }

    /** The same in several markets at one price. */
    public static Goods onSale(List<String> markets, long pence, long units) {
        Goods goods = known(markets, pence);
        stock(goods, units);
        return goods;
    }

    /** An active variant in GB without any stock. */
    public static Goods known(long pence) {
        return known(List.of("GB"), pence);
    }

    private static Goods known(List<String> markets, long pence) {
        markets.forEach(Catalogue::openMarket);
        Goods goods = new Goods(Ids.next(), Ids.next(), Ids.next(), new Money(pence, "GBP"));
        publish(new BrandChanged(goods.brandId(), 0, "Acme", BrandStatus.ACTIVE));
        publish(product(goods, markets, 0, ProductStatus.ACTIVE));
        awaitVisible(goods);
        return goods;
    }

    /** Goods of a brand in any open market, with more units than anybody buys. */
    public static Goods onSale(String market, UUID brandId, Money price) {
        Goods goods = new Goods(Ids.next(), Ids.next(), brandId, price);
        publish(new BrandChanged(brandId, 0, "Acme", BrandStatus.ACTIVE));
        publish(product(goods, List.of(market), 0, ProductStatus.ACTIVE));
        awaitVisible(goods);
        stock(goods, 10_000);
        return goods;
    }

    public static ProductChanged product(Goods goods, long sequence, ProductStatus status) {
        return product(goods, List.of("GB"), sequence, status);
    }

    private static ProductChanged product(Goods goods, List<String> markets, long sequence, ProductStatus status) {
        return new ProductChanged(
                goods.productId(),
                sequence,
                goods.brandId(),
                "mug",
                "Mug",
                null,
                status,
                List.of(new Variant(
                        goods.variantId(),
                        null,
                        null,
                        "Blue",
                        Map.of("Colour", "Blue"),
                        markets.stream()
                                .map(market -> new Price(market, goods.price(), LONG_AGO))
                                .toList())));
    }

    public static void openMarket(String code) {
        publish(market(code, "GBP", TaxTreatment.INCLUSIVE));
    }

    /** Opens a market of another currency or tax, and waits until it is known. */
    public static void openMarket(String code, String currency, TaxTreatment treatment) {
        publish(market(code, currency, treatment));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> Api.anonymous()
                        .get("/v1/selling-terms/{market}", code)
                        .then()
                        .statusCode(200));
    }

    private static MarketChanged market(String code, String currency, TaxTreatment treatment) {
        return new MarketChanged(
                code, 1, currency, treatment, List.of("en"), MarketStage.PLANNED, MarketStage.LAUNCHED, LONG_AGO);
    }

    public static void stock(Goods goods, long units) {
        Api.as(Tokens.brand(goods.brandId()))
                .header("Idempotency-Key", Api.idempotencyKey())
                .body(Map.of(
                        "adjustments",
                        List.of(Map.of("variantId", goods.variantId(), "delta", units, "reason", "RECEIVED"))))
                .post("/v1/inventory-adjustments")
                .then()
                .statusCode(201);
    }

    public static void publish(DomainEvent event) {
        publish(event, Ids.next());
    }

    public static void publish(DomainEvent event, UUID eventId) {
        KafkaProbe.publish(
                event.topic(),
                event.key(),
                EventJson.write(event),
                Map.of(
                        "ce_id",
                        eventId.toString(),
                        "ce_type",
                        EventJson.typeOf(event.getClass()),
                        "ce_sequence",
                        Long.toString(event.sequence())));
    }

    private static void awaitVisible(Goods goods) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> Api.as(Tokens.brand(goods.brandId()))
                        .get("/v1/inventory/{id}", goods.variantId())
                        .then()
                        .statusCode(equalTo(200)));
    }
}

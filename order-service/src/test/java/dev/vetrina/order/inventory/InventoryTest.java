package dev.vetrina.order.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.vetrina.events.CatalogEvent.VariantStockDeclared;
import dev.vetrina.events.Topics;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.order.Catalogue;
import dev.vetrina.order.Catalogue.Goods;
import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.order.Shop;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.KafkaProbe;
import dev.vetrina.testkit.ReceivedRecord;
import dev.vetrina.testkit.identity.Tokens;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@OrderServiceTest
class InventoryTest {

    @Test
    void adjustmentsAreMadeTogetherOrNotAtAll() {
        Goods mug = Catalogue.onSale(1_000, 5);
        Goods same = new Goods(mug.variantId(), mug.productId(), mug.brandId(), mug.price());

        adjust(mug.brandId(), change(mug, 10, "RECEIVED"), change(same, -16, "DAMAGED"))
                .then()
                .statusCode(409)
                .body("code", equalTo("out-of-stock"))
                .body("available", equalTo(5))
                .body("items", hasSize(1))
                .body("items[0].item", equalTo(1));

        Shop.stock(mug).body("available", equalTo(5)).body("putOnSale", equalTo(5));
    }

    @Test
    void whatIsAvailableCanBeSetAndTheDifferenceIsAMovement() {
        Goods mug = Catalogue.onSale(1_000, 5);
        Shop.placed("ann", mug, 2);

        adjust(mug.brandId(), Map.of("variantId", mug.variantId(), "setAvailableTo", 10, "reason", "STOCKTAKE"))
                .then()
                .statusCode(201);

        Shop.stock(mug).body("available", equalTo(10)).body("held", equalTo(2)).body("putOnSale", equalTo(12));
        Api.as(Tokens.brand(mug.brandId()))
                .get("/v1/inventory/{id}/movements?reason=STOCKTAKE", mug.variantId())
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].available", equalTo(7));
    }

    @Test
    void anAdjustmentHasEitherADeltaOrATarget() {
        Goods mug = Catalogue.known(1_000);
        adjust(
                        mug.brandId(),
                        Map.of("variantId", mug.variantId(), "reason", "RECEIVED"),
                        Map.of("variantId", mug.variantId(), "delta", 1, "setAvailableTo", 1, "reason", "RECEIVED"))
                .then()
                .statusCode(422)
                .body("violations", hasSize(2));
    }

    @Test
    void unitsMoveBetweenPoolsTogetherOrNotAtAllAndAClosedPoolGivesThemBack() {
        Goods mug = Catalogue.onSale(1_000, 5);
        transfer(mug, move(mug, "shared", "market:GB", 3), move(mug, "shared", "market:DE", 3))
                .then()
                .statusCode(409)
                .body("items[0].item", equalTo(1))
                .body("items[0].available", equalTo(2));
        transfer(mug, move(mug, "shared", "market:GB", 3), move(mug, "market:GB", "shared", 2))
                .then()
                .statusCode(201);
        Shop.placed("ann", mug, 1);
        Shop.place("bob", Shop.order(mug, 1), Api.idempotencyKey()).then().statusCode(409);

        Api.as(Tokens.brand(mug.brandId()))
                .post("/v1/inventory/{id}/pools/market:GB/close", mug.variantId())
                .then()
                .statusCode(200);
        Shop.placed("bob", mug, 1);
        Shop.stock(mug)
                .body("pools.find { it.pool == 'market:GB' }.open", equalTo(false))
                .body("pools.find { it.pool == 'shared' }.held", equalTo(1))
                .body("putOnSale", equalTo(5));
    }

    @Test
    void anAdjustmentByNothingLeavesNoPoolBehind() {
        Goods mug = Catalogue.onSale(1_000, 5);
        adjust(
                        mug.brandId(),
                        Map.of("variantId", mug.variantId(), "pool", "market:GB", "delta", 0, "reason", "CORRECTION"))
                .then()
                .statusCode(201);
        Shop.placed("ann", mug, 1);
        Shop.stock(mug).body("pools", hasSize(1));
    }

    @Test
    void theThresholdOfLowStockIsSetByWhoHasSeenTheOldOne() {
        Goods mug = Catalogue.onSale(1_000, 5);
        settings(mug, null, 4).then().statusCode(428);
        settings(mug, "\"0\"", 4).then().statusCode(200).header("ETag", "\"1\"");
        settings(mug, "\"0\"", 3).then().statusCode(412);
        settings(mug, "\"1\"", 3).then().statusCode(200).body("lowStockThreshold", equalTo(3));
    }

    @Test
    void lowStockSoldOutAndBackAreToldOnceEach() {
        Goods mug = Catalogue.onSale(1_000, 5);
        settings(mug, "\"0\"", 3).then().statusCode(200);
        String key = mug.variantId().toString();
        try (KafkaProbe probe = KafkaProbe.fromNow(Topics.STOCK_ALERTS)) {
            Shop.placed("ann", mug, 2);
            Shop.placed("ann", mug, 1);
            String last = Shop.placed("ann", mug, 2);
            probe.await(key, "stock.sold-out.v1");
            Api.as(Tokens.customer("ann"))
                    .body(Map.of("reason", "changed my mind"))
                    .post("/v1/orders/{id}/cancel", last)
                    .then()
                    .statusCode(200);
            probe.await(key, "stock.back.v1");
            assertThat(probe.received().stream()
                            .filter(received -> key.equals(received.key()))
                            .map(ReceivedRecord::type))
                    .containsExactly("stock.low.v1", "stock.sold-out.v1", "stock.back.v1");
        }
    }

    private static Response settings(Goods goods, @Nullable String ifMatch, int threshold) {
        var request = Api.as(Tokens.brand(goods.brandId())).body(Map.of("lowStockThreshold", threshold));
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.put("/v1/inventory/{id}/settings", goods.variantId());
    }

    private static Map<String, Object> move(Goods goods, String from, String to, int quantity) {
        return Map.of("variantId", goods.variantId(), "fromPool", from, "toPool", to, "quantity", quantity);
    }

    @SafeVarargs
    private static Response transfer(Goods goods, Map<String, Object>... transfers) {
        return Api.as(Tokens.brand(goods.brandId()))
                .header("Idempotency-Key", Api.idempotencyKey())
                .body(Map.of("transfers", List.of(transfers)))
                .post("/v1/inventory-transfers");
    }

    @Test
    void aRepeatedAdjustmentCountsOnce() {
        Goods mug = Catalogue.onSale(1_000, 5);
        String key = Api.idempotencyKey();

        for (int i = 0; i < 2; i++) {
            Api.as(Tokens.brand(mug.brandId()))
                    .header("Idempotency-Key", key)
                    .body(Map.of("adjustments", List.of(change(mug, 3, "RECEIVED"))))
                    .post("/v1/inventory-adjustments")
                    .then()
                    .statusCode(201)
                    .body("applied", equalTo(1));
        }

        Shop.stock(mug).body("available", equalTo(8));
    }

    @Test
    void aMarketsOwnPoolIsSoldBeforeTheSharedOne() {
        Goods mug = Catalogue.onSale(1_000, 5);
        adjust(
                        mug.brandId(),
                        Map.of("variantId", mug.variantId(), "pool", "market:GB", "delta", 1, "reason", "RECEIVED"))
                .then()
                .statusCode(201);

        Shop.placed("ann", mug, 1);

        Shop.stock(mug)
                .body("pools", hasSize(2))
                .body("pools.find { it.pool == 'market:GB' }.held", equalTo(1))
                .body("pools.find { it.pool == 'shared' }.held", equalTo(0))
                .body("available", equalTo(5));
        Shop.place("bob", Shop.order(mug, 1), Api.idempotencyKey())
                .then()
                .statusCode(409)
                .body("lines[0].available", equalTo(0));
    }

    @Test
    void aRefusedAdjustmentOfAMarketsPoolTakesNoSaleFromTheSharedOne() throws Exception {
        Goods mug = Catalogue.onSale(1_000, 40);

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> sales = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                Future<Integer> _ = threads.submit(() -> adjust(
                                mug.brandId(),
                                Map.of(
                                        "variantId",
                                        mug.variantId(),
                                        "pool",
                                        "market:GB",
                                        "delta",
                                        -1,
                                        "reason",
                                        "DAMAGED"))
                        .statusCode());
                sales.add(threads.submit(() -> Shop.place("ann", Shop.order(mug, 1), Api.idempotencyKey())
                        .statusCode()));
            }
            for (Future<Integer> sale : sales) {
                assertThat(sale.get()).isEqualTo(201);
            }
        }
        Shop.stock(mug).body("pools", hasSize(1)).body("held", equalTo(40));
    }

    @Test
    void anotherBrandNeitherSeesNorChangesIt() {
        Goods mug = Catalogue.onSale(1_000, 5);
        UUID stranger = UUID.randomUUID();

        adjust(stranger, change(mug, 5, "RECEIVED")).then().statusCode(403).body("code", equalTo("forbidden"));
        Api.as(Tokens.brand(stranger))
                .get("/v1/inventory/{id}", mug.variantId())
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));

        Shop.stock(mug).body("available", equalTo(5));
    }

    @Test
    void aVariantThatIsNewIsNotVisibleYetAndAnOldUnknownOneIsNotFound() {
        Shop.stock(Ids.next()).statusCode(404).header("Retry-After", "1").body("code", equalTo("not-yet-visible"));
        Shop.stock(UUID.fromString("01890000-0000-7000-8000-000000000000"))
                .statusCode(404)
                .body("code", equalTo("not-found"));
    }

    @Test
    void aDeclaredQuantityCountsOnceAndOnlyAsTheFirstStock() {
        Goods fresh = Catalogue.known(1_000);
        Goods stocked = Catalogue.onSale(1_000, 5);
        UUID eventId = Ids.next();

        Catalogue.publish(declared(fresh, 7), eventId);
        Catalogue.publish(declared(fresh, 7), eventId);
        Catalogue.publish(declared(fresh, 9), Ids.next());
        Catalogue.publish(declared(stocked, 7), Ids.next());
        Goods last = Catalogue.known(1_000);
        Catalogue.publish(declared(last, 1), Ids.next());

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> Shop.stock(fresh).body("available", equalTo(7)));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> Shop.stock(last).body("available", equalTo(1)));
        Shop.stock(fresh).body("putOnSale", equalTo(7));
        Shop.stock(stocked).body("available", equalTo(5));
    }

    private static VariantStockDeclared declared(Goods goods, long quantity) {
        return new VariantStockDeclared(
                goods.variantId(), 1, goods.productId(), goods.brandId(), quantity, UUID.randomUUID());
    }

    private static Map<String, Object> change(Goods goods, int delta, String reason) {
        return Map.of("variantId", goods.variantId(), "delta", delta, "reason", reason);
    }

    @SafeVarargs
    private static Response adjust(UUID brandId, Map<String, Object>... changes) {
        return Api.as(Tokens.brand(brandId))
                .header("Idempotency-Key", Api.idempotencyKey())
                .body(Map.of("adjustments", List.of(changes)))
                .post("/v1/inventory-adjustments");
    }
}

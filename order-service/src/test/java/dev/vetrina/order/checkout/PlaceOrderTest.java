package dev.vetrina.order.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vetrina.events.Money;
import dev.vetrina.order.Catalogue;
import dev.vetrina.order.Catalogue.Goods;
import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.order.Shop;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.KafkaProbe;
import dev.vetrina.testkit.identity.Tokens;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@OrderServiceTest
class PlaceOrderTest {

    @Test
    void anOrderHoldsItsStockAndIsAnnounced() throws Exception {
        Goods mug = Catalogue.onSale(1_250, 10);
        try (KafkaProbe orders = KafkaProbe.fromNow("orders", "stock.levels")) {
            Response answer = Shop.place("ann", Shop.order(mug, 2), Api.idempotencyKey());

            answer.then()
                    .statusCode(201)
                    .header("Location", startsWith("/v1/orders/"))
                    .header("ETag", "\"0\"")
                    .body("status", equalTo("PENDING_PAYMENT"))
                    .body("total.amount", equalTo(2_500))
                    .body("total.currency", equalTo("GBP"))
                    .body("lines", hasSize(1))
                    .body("lines[0].brandId", equalTo(mug.brandId().toString()))
                    .body("reservedUntil", matchesPattern(".*Z"));
            Shop.stock(mug)
                    .body("available", equalTo(8))
                    .body("held", equalTo(2))
                    .body("sold", equalTo(0))
                    .body("putOnSale", equalTo(10));
            JsonNode placed = new ObjectMapper()
                    .readTree(orders.await(answer.path("id"), "order.placed.v1").value());
            assertThat(placed.path("customerId").asText()).isEqualTo("ann");
            assertThat(placed.path("total").path("amount").asLong()).isEqualTo(2_500);
            orders.await(
                    "the level after the order",
                    seen -> mug.variantId().toString().equals(seen.key())
                            && String.valueOf(seen.value()).contains("\"held\":2"));
        }
    }

    @Test
    void theSameRequestAgainGetsTheSameAnswerAndHoldsNothingMore() {
        Goods mug = Catalogue.onSale(1_250, 10);
        String key = Api.idempotencyKey();

        Response first = Shop.place("ann", Shop.order(mug, 2), key);
        Response again = Shop.place("ann", Shop.order(mug, 2), key);

        again.then().statusCode(201).header("Idempotent-Replayed", "true").header("Location", first.header("Location"));
        assertThat(again.asString()).isEqualTo(first.asString());
        Shop.stock(mug).body("held", equalTo(2));
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        Goods mug = Catalogue.onSale(1_250, 10);
        String key = Api.idempotencyKey();
        Shop.place("ann", Shop.order(mug, 2), key).then().statusCode(201);

        Shop.place("ann", Shop.order(mug, 3), key)
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        Shop.stock(mug).body("held", equalTo(2));
    }

    @Test
    void keysOfTwoCustomersDoNotMeet() {
        Goods mug = Catalogue.onSale(1_250, 10);
        String key = Api.idempotencyKey();

        Shop.place("ann", Shop.order(mug, 1), key).then().statusCode(201);
        Shop.place("bob", Shop.order(mug, 1), key).then().statusCode(201);

        Shop.stock(mug).body("held", equalTo(2));
    }

    @Test
    void aBasketIsTakenWholeOrNotAtAll() {
        Goods mug = Catalogue.onSale(1_250, 10);
        Goods plate = Catalogue.onSale(800, 1);

        Shop.place("ann", basket(mug, 1, plate, 2), Api.idempotencyKey())
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("out-of-stock"))
                .body("lines", hasSize(1))
                .body("lines[0].variantId", equalTo(plate.variantId().toString()))
                .body("lines[0].requested", equalTo(2))
                .body("lines[0].available", equalTo(1));
        Shop.stock(mug).body("held", equalTo(0));
        Shop.stock(plate).body("held", equalTo(0));
    }

    @Test
    void anOrderThatIsPaidAtOnceAnswersThePaymentToo() {
        Goods mug = Catalogue.onSale(1_250, 10);

        Shop.place("ann", buyNow(mug, "tok_approved"), Api.idempotencyKey())
                .then()
                .statusCode(201)
                .body("status", equalTo("PAID"))
                .body("payment.status", equalTo("CAPTURED"))
                .body("payment.amount.amount", equalTo(1_250));
        Shop.stock(mug).body("sold", equalTo(1)).body("held", equalTo(0));
    }

    @Test
    void aDeclinedPurchaseKeepsItsHoldForAnotherAttempt() {
        Goods mug = Catalogue.onSale(1_250, 10);

        String id = Shop.place("ann", buyNow(mug, "tok_declined"), Api.idempotencyKey())
                .then()
                .statusCode(201)
                .body("status", equalTo("PENDING_PAYMENT"))
                .body("payment.status", equalTo("DECLINED"))
                .body("payment.declineCode", equalTo("card_declined"))
                .extract()
                .path("id");

        Shop.pay("ann", id, "tok_approved").then().statusCode(201).body("status", equalTo("CAPTURED"));
    }

    @Test
    void aRepeatedPurchaseIsToldWhatBecameOfTheFirstAndPaysNothingAgain() {
        Goods mug = Catalogue.onSale(1_250, 10);
        String key = Api.idempotencyKey();
        String first = Shop.place("ann", buyNow(mug, "tok_timeout_after_capture"), key)
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        Shop.place("ann", buyNow(mug, "tok_timeout_after_capture"), key)
                .then()
                .statusCode(201)
                .header("Idempotent-Replayed", "true")
                .body("id", equalTo(first));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> Shop.read("ann", first)
                        .body("status", equalTo("PAID"))
                        .body("payment.status", equalTo("CAPTURED")));
        Shop.stock(mug).body("sold", equalTo(1)).body("held", equalTo(0));
    }

    private static Map<String, Object> buyNow(Goods goods, String token) {
        Map<String, Object> order = new HashMap<>(Shop.order(goods, 1));
        order.put("payment", Map.of("paymentMethodToken", token));
        return order;
    }

    @Test
    void twoLinesOfOneVariantAreAddedUp() {
        Goods mug = Catalogue.onSale(1_000, 3);
        Map<String, Object> order = Map.of(
                "market",
                "GB",
                "lines",
                List.of(
                        Map.of("variantId", mug.variantId(), "quantity", 2),
                        Map.of("variantId", mug.variantId(), "quantity", 2)),
                "shippingAddress",
                Shop.ADDRESS,
                "expectedTotal",
                new Money(4_000, "GBP"));

        Shop.place("ann", order, Api.idempotencyKey())
                .then()
                .statusCode(409)
                .body("lines[0].requested", equalTo(4))
                .body("lines[0].available", equalTo(3));
    }

    @Test
    void aRefusedOrderMayBeRepeatedWithItsKeyOnceThereIsStock() {
        Goods mug = Catalogue.known(1_250);
        String key = Api.idempotencyKey();
        Shop.place("ann", Shop.order(mug, 1), key).then().statusCode(409);

        Catalogue.stock(mug, 1);

        Shop.place("ann", Shop.order(mug, 1), key).then().statusCode(201);
    }

    @Test
    void aTotalThatTheBuyerWasNotShownIsRefusedWithBothTotals() {
        Goods mug = Catalogue.onSale(1_250, 10);
        Map<String, Object> order = Map.of(
                "market",
                "GB",
                "lines",
                List.of(Map.of("variantId", mug.variantId(), "quantity", 1)),
                "shippingAddress",
                Shop.ADDRESS,
                "expectedTotal",
                new Money(1_000, "GBP"));

        Shop.place("ann", order, Api.idempotencyKey())
                .then()
                .statusCode(409)
                .body("code", equalTo("total-changed"))
                .body("expectedTotal.amount", equalTo(1_000))
                .body("actualTotal.amount", equalTo(1_250));
    }

    @Test
    void aCancelledOrderGivesItsStockBackAndCancellingAgainIsHarmless() {
        Goods mug = Catalogue.onSale(1_250, 10);
        String id = Shop.placed("ann", mug, 4);

        for (int i = 0; i < 2; i++) {
            Api.as(Tokens.customer("ann"))
                    .body(Map.of("reason", "wrong size"))
                    .post("/v1/orders/{id}/cancel", id)
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("CANCELLED"))
                    .body("reason", equalTo("wrong size"))
                    .body("version", equalTo(1));
        }

        Shop.stock(mug).body("available", equalTo(10)).body("held", equalTo(0));
    }

    @Test
    void everyoneSeesTheOrdersThatAreTheirs() {
        Goods mug = Catalogue.onSale(1_250, 10);
        Goods plate = Catalogue.onSale(800, 10);
        String id = Shop.place("ann", basket(mug, 1, plate, 2), Api.idempotencyKey())
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        Shop.read("ann", id).statusCode(200).body("lines", hasSize(2)).body("total.amount", equalTo(2_850));
        Api.as(Tokens.brand(mug.brandId()))
                .get("/v1/orders/{id}", id)
                .then()
                .statusCode(200)
                .body("lines", hasSize(1))
                .body("total.amount", equalTo(1_250));
        Shop.read("bob", id).statusCode(404).body("code", equalTo("not-found"));
        Api.as(Tokens.brand(java.util.UUID.randomUUID()))
                .get("/v1/orders/{id}", id)
                .then()
                .statusCode(404);
        Api.as(Tokens.operator()).get("/v1/orders/{id}", id).then().statusCode(200);
    }

    @Test
    void aListGoesOnWhereItsPageEnded() {
        Goods mug = Catalogue.onSale(100, 10);
        List<String> ids =
                List.of(Shop.placed("lister", mug, 1), Shop.placed("lister", mug, 1), Shop.placed("lister", mug, 1));
        String token = Tokens.customer("lister");

        Response first = Api.as(token).get("/v1/orders?limit=2");
        Response second = Api.as(token)
                .queryParam("cursor", first.<String>path("nextCursor"))
                .get("/v1/orders?limit=2");

        assertThat(first.<List<String>>path("items.id")).isEqualTo(ids.subList(0, 2));
        assertThat(second.<List<String>>path("items.id")).isEqualTo(ids.subList(2, 3));
        assertThat(second.<String>path("nextCursor")).isNull();
    }

    private static Map<String, Object> basket(Goods first, int firstQuantity, Goods second, int secondQuantity) {
        return Map.of(
                "market",
                "GB",
                "lines",
                List.of(
                        Map.of("variantId", first.variantId(), "quantity", firstQuantity),
                        Map.of("variantId", second.variantId(), "quantity", secondQuantity)),
                "shippingAddress",
                Shop.ADDRESS,
                "expectedTotal",
                new Money(
                        first.price().amount() * firstQuantity + second.price().amount() * secondQuantity, "GBP"));
    }
}

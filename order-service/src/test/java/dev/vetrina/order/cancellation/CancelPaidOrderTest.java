package dev.vetrina.order.cancellation;

import static dev.vetrina.order.AfterPurchase.confirm;
import static dev.vetrina.order.AfterPurchase.lineOf;
import static dev.vetrina.order.AfterPurchase.paid;
import static dev.vetrina.order.AfterPurchase.part;
import static dev.vetrina.order.AfterPurchase.partOf;
import static dev.vetrina.order.AfterPurchase.ship;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vetrina.order.Catalogue;
import dev.vetrina.order.Catalogue.Goods;
import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.order.Shop;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.KafkaProbe;
import dev.vetrina.testkit.MovableClock;
import dev.vetrina.testkit.identity.Account;
import dev.vetrina.testkit.identity.Tokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OrderServiceTest
@SuppressWarnings("NullAway.Init")
class CancelPaidOrderTest {

    @Inject
    MovableClock clock;

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    @Test
    void aBuyerCancelsAPaidOrderThatNobodyHasConfirmed() throws Exception {
        Goods mug = Catalogue.onSale(1_250, 10);
        String order = paid("ann", mug, 3);
        try (KafkaProbe orders = KafkaProbe.fromNow("orders")) {
            for (int i = 0; i < 2; i++) {
                cancel("ann", order)
                        .then()
                        .statusCode(200)
                        .body("status", equalTo("CANCELLED"))
                        .body("fulfilments[0].status", equalTo("CANCELLED"));
            }
            JsonNode cancelled = new ObjectMapper()
                    .readTree(orders.await(order, "fulfilment.cancelled.v1").value());
            assertThat(cancelled
                            .path("lines")
                            .path(0)
                            .path("total")
                            .path("amount")
                            .asLong())
                    .isEqualTo(3_750);
            assertThat(cancelled.path("reason").asText()).isEqualTo("CHANGED_MIND");
            orders.await(order, "order.cancelled.v1");
        }
        Shop.stock(mug).body("available", equalTo(10)).body("sold", equalTo(0)).body("putOnSale", equalTo(10));
        Api.as(Tokens.customer("ann"))
                .get("/v1/orders/{id}/payments", order)
                .then()
                .body("items[0].refundedAmount.amount", equalTo(3_750));
    }

    @Test
    void aBuyerCancelsOnlyThePartsThatAreNotConfirmed() {
        Goods mug = Catalogue.onSale(1_250, 10);
        Goods plate = Catalogue.onSale(800, 10);
        String order = paid("ann", mug, 1, plate, 2);
        String ofMug = partOf("ann", order, mug.brandId());
        confirm(mug, ofMug).then().statusCode(200);

        cancel("ann", order).then().statusCode(200).body("status", equalTo("PAID"));
        part(mug, ofMug).body("status", equalTo("CONFIRMED"));
        Shop.stock(plate).body("sold", equalTo(0));
        Shop.stock(mug).body("sold", equalTo(1));
        cancel("ann", order)
                .then()
                .statusCode(409)
                .body("code", equalTo("order-not-cancellable"))
                .body("fulfilments.size()", equalTo(2));

        ship(mug, ofMug, lineOf("ann", order, mug), 1, Api.idempotencyKey())
                .then()
                .statusCode(201);
        Api.as(Tokens.brand(mug.brandId()))
                .post("/v1/fulfilments/{id}/deliver", ofMug)
                .then()
                .statusCode(200);
        Shop.read("ann", order).body("status", equalTo("COMPLETED"));
    }

    @Test
    void aBrandCancelsWhatItCannotShipAndTheRestIsThenAllThereIs() {
        Goods mug = Catalogue.onSale(1_000, 10);
        String order = paid("ann", mug, 3);
        String ofMug = partOf("ann", order, mug.brandId());
        String line = lineOf("ann", order, mug);
        confirm(mug, ofMug).then().statusCode(200);
        ship(mug, ofMug, line, 1, Api.idempotencyKey()).then().statusCode(201);

        cancelPart(
                        mug,
                        ofMug,
                        Map.of("reason", "OUT_OF_STOCK", "lines", List.of(Map.of("lineId", line, "quantity", 3))))
                .then()
                .statusCode(409)
                .body("code", equalTo("more-than-open"));
        cancelPart(
                        mug,
                        ofMug,
                        Map.of(
                                "reason",
                                "OUT_OF_STOCK",
                                "note",
                                "broken",
                                "lines",
                                List.of(Map.of("lineId", line, "quantity", 1))))
                .then()
                .statusCode(200)
                .body("cancelNote", equalTo("broken"))
                .body("status", equalTo("PARTIALLY_SHIPPED"))
                .body("lines[0].refunded.amount", equalTo(1_000));
        cancelPart(mug, ofMug, Map.of("reason", "OUT_OF_STOCK"))
                .then()
                .statusCode(200)
                .body("status", equalTo("SHIPPED"))
                .body("lines[0].cancelled", equalTo(2));
        cancelPart(mug, ofMug, Map.of("reason", "OUT_OF_STOCK")).then().statusCode(409);
        Shop.stock(mug).body("available", equalTo(9)).body("sold", equalTo(1));
    }

    @Test
    void theSameUnitsCancelledAgainUnderTheSameKeyAreCancelledOnce() {
        Goods mug = Catalogue.onSale(1_000, 10);
        String order = paid("ann", mug, 3);
        String ofMug = partOf("ann", order, mug.brandId());
        Map<String, Object> one = units(lineOf("ann", order, mug), 1);
        String key = Api.idempotencyKey();

        cancelPart(mug, ofMug, one, key).then().statusCode(200).body("lines[0].cancelled", equalTo(1));
        cancelPart(mug, ofMug, one, key)
                .then()
                .statusCode(200)
                .header("Idempotent-Replayed", "true")
                .header("ETag", "\"1\"")
                .body("id", equalTo(ofMug))
                .body("lines[0].cancelled", equalTo(1));
        cancelPart(mug, ofMug, units(lineOf("ann", order, mug), 2), key)
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));

        Shop.stock(mug).body("available", equalTo(8)).body("sold", equalTo(2));
        Api.as(Tokens.customer("ann"))
                .get("/v1/orders/{id}/payments", order)
                .then()
                .body("items[0].refundedAmount.amount", equalTo(1_000));
        cancelPart(mug, ofMug, one, Api.idempotencyKey()).then().statusCode(200).body("lines[0].cancelled", equalTo(2));
    }

    @Test
    void cancellingAPartNeedsAnIdempotencyKey() {
        Goods mug = Catalogue.onSale(1_000, 10);
        String order = paid("ann", mug, 1);
        String ofMug = partOf("ann", order, mug.brandId());

        Api.as(Tokens.brand(mug.brandId()))
                .body(Map.of("reason", "OUT_OF_STOCK"))
                .post("/v1/fulfilments/{id}/cancel", ofMug)
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-required"));
        Shop.stock(mug).body("sold", equalTo(1));
    }

    private static Map<String, Object> units(String line, int quantity) {
        return Map.of("reason", "OUT_OF_STOCK", "lines", List.of(Map.of("lineId", line, "quantity", quantity)));
    }

    @Test
    void aBrandDoesNotSpeakForTheBuyerNorTheClock() {
        Goods mug = Catalogue.onSale(1_000, 10);
        String order = paid("ann", mug, 1);
        String ofMug = partOf("ann", order, mug.brandId());

        cancelPart(mug, ofMug, Map.of("reason", "CHANGED_MIND")).then().statusCode(422);
        cancelPart(mug, ofMug, Map.of("reason", "NOT_CONFIRMED_IN_TIME")).then().statusCode(422);
    }

    @Test
    void whatIsNotConfirmedInTimeIsCancelledByTheClock() {
        Goods mug = Catalogue.onSale(1_000, 10);
        Goods plate = Catalogue.onSale(800, 10);
        String order = paid("ann", mug, 1, plate, 1);
        String ofPlate = partOf("ann", order, plate.brandId());
        confirm(plate, ofPlate).then().statusCode(200);

        clock.advance(Duration.ofDays(2));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> Shop.stock(mug).body("available", equalTo(10)));
        part(plate, ofPlate).body("status", equalTo("CONFIRMED"));

        clock.advance(Duration.ofDays(3));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> Shop.read("ann", order).body("status", equalTo("CANCELLED")));
        part(plate, ofPlate).body("cancelReason", equalTo("NOT_SHIPPED_IN_TIME"));
    }

    @Test
    void aBrandSeesTheCodeOfACancellationAndNeverTheBuyersWords() {
        Goods mug = Catalogue.onSale(1_250, 10);
        String order = paid("ann", mug, 1);
        cancel("ann", order).then().statusCode(200).body("reason", equalTo("too many mugs"));

        Api.as(Tokens.brand(mug.brandId()))
                .get("/v1/orders/{id}", order)
                .then()
                .statusCode(200)
                .body("status", equalTo("CANCELLED"))
                .body("reason", nullValue())
                .body(not(containsString("too many mugs")));
        part(mug, partOf("ann", order, mug.brandId()))
                .body("cancelReason", equalTo("CHANGED_MIND"))
                .body(not(containsString("too many mugs")));
        Api.as(Tokens.customer("ann"))
                .get("/v1/fulfilments/{id}", partOf("ann", order, mug.brandId()))
                .then()
                .body("cancelNote", equalTo("too many mugs"));
        Api.as(Tokens.brand(mug.brandId()))
                .get("/v1/orders/{id}/timeline", order)
                .then()
                .statusCode(200)
                .body("items.find { it.what == 'order.cancelled.v1' }.reason", equalTo("CHANGED_MIND"))
                .body(not(containsString("too many mugs")));
    }

    @Test
    void aBrandSeesTheCodeOfACancellationThatNobodyPutIntoWords() {
        Goods mug = Catalogue.onSale(1_250, 10);
        String order = paid("ann", mug, 1);
        String ofMug = partOf("ann", order, mug.brandId());

        cancelPart(mug, ofMug, Map.of("reason", "OUT_OF_STOCK")).then().statusCode(200);

        Api.as(Tokens.brand(mug.brandId()))
                .get("/v1/orders/{id}", order)
                .then()
                .statusCode(200)
                .body("status", equalTo("CANCELLED"))
                .body("reason", equalTo("OUT_OF_STOCK"));
    }

    @Test
    void whoAlsoActsForABrandCancelsTheirOwnOrderAsACustomer() {
        Goods mug = Catalogue.onSale(1_250, 10);
        Goods own = Catalogue.onSale(900, 10);
        String both = Tokens.of(Account.brand(own.brandId().toString()).withRoles("customer", "brand"));
        String order = Api.as(both)
                .header("Idempotency-Key", Api.idempotencyKey())
                .body(Shop.order(mug, 1))
                .post("/v1/orders")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        cancel(Api.as(both), order)
                .then()
                .statusCode(200)
                .body("status", equalTo("CANCELLED"))
                .body("reason", equalTo("too many mugs"));
        Api.as(both)
                .get("/v1/orders/{id}/timeline", order)
                .then()
                .statusCode(200)
                .body(containsString("CUSTOMER"))
                .body(not(containsString("BRAND")));
        cancel(Api.as(both), paid("ann", own, 1)).then().statusCode(404);
    }

    private static Response cancel(String customer, String order) {
        return cancel(Api.as(Tokens.customer(customer)), order);
    }

    private static Response cancel(RequestSpecification caller, String order) {
        return caller.body(Map.of("reason", "too many mugs", "code", "CHANGED_MIND"))
                .post("/v1/orders/{id}/cancel", order);
    }

    private static Response cancelPart(Goods goods, String fulfilmentId, Map<String, Object> request) {
        return cancelPart(goods, fulfilmentId, request, Api.idempotencyKey());
    }

    private static Response cancelPart(Goods goods, String fulfilmentId, Map<String, Object> request, String key) {
        return Api.as(Tokens.brand(goods.brandId()))
                .header("Idempotency-Key", key)
                .body(request)
                .post("/v1/fulfilments/{id}/cancel", fulfilmentId);
    }
}

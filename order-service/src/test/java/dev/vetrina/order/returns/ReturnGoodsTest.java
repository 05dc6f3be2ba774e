package dev.vetrina.order.returns;

import static dev.vetrina.order.AfterPurchase.delivered;
import static dev.vetrina.order.AfterPurchase.lineOf;
import static dev.vetrina.order.AfterPurchase.paid;
import static dev.vetrina.order.AfterPurchase.part;
import static dev.vetrina.order.AfterPurchase.partOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.vetrina.order.Catalogue;
import dev.vetrina.order.Catalogue.Goods;
import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.order.Shop;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.KafkaProbe;
import dev.vetrina.testkit.MovableClock;
import dev.vetrina.testkit.identity.Tokens;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OrderServiceTest
@SuppressWarnings("NullAway.Init")
class ReturnGoodsTest {

    @Inject
    MovableClock clock;

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    @Test
    void goodsComeBackAreRestockedOrWrittenOffAndTheirPriceGoesBack() {
        Goods mug = Catalogue.onSale(1_250, 10);
        String order = paid("ann", mug, 3);
        delivered("ann", order, mug, 3);
        String line = lineOf("ann", order, mug);

        Api.as(Tokens.customer("ann"))
                .body(request(order, line, 2))
                .post("/v1/return-quotes")
                .then()
                .statusCode(200)
                .body("total.amount", equalTo(2_500))
                .body("shipping.amount", equalTo(0));
        String id = ask("ann", order, line, 2).then().statusCode(201).extract().path("id");
        ask("ann", order, line, 2)
                .then()
                .statusCode(409)
                .body("code", equalTo("more-than-returnable"))
                .body("returnable", equalTo(1));
        brand(mug, id, "receive", Map.of()).then().statusCode(409).body("code", equalTo("return-not-received"));
        brand(mug, id, "approve", Map.of()).then().statusCode(200).body("status", equalTo("APPROVED"));
        for (int i = 0; i < 2; i++) {
            brand(mug, id, "receive", Map.of("lines", List.of(Map.of("lineId", line, "received", 2, "restocked", 1))))
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("RECEIVED"))
                    .body("refund.amount", equalTo(2_500));
        }

        Shop.stock(mug).body("available", equalTo(8)).body("sold", equalTo(1)).body("putOnSale", equalTo(9));
        Api.as(Tokens.customer("ann"))
                .get("/v1/orders/{id}/payments", order)
                .then()
                .body("items[0].refundedAmount.amount", equalTo(2_500));
        Shop.read("ann", order).body("status", equalTo("COMPLETED"));
    }

    @Test
    void aRejectedReturnTellsWhyAndLeavesTheGoodsReturnable() {
        Goods mug = Catalogue.onSale(1_250, 10);
        String order = paid("ann", mug, 1);
        delivered("ann", order, mug, 1);
        String line = lineOf("ann", order, mug);
        String id = ask("ann", order, line, 1).then().statusCode(201).extract().path("id");

        brand(mug, id, "reject", Map.of("reason", "NOT_FAULTY", "note", "works"))
                .then()
                .statusCode(200)
                .body("rejectReason", equalTo("NOT_FAULTY"));
        Api.as(Tokens.customer("ann")).get("/v1/returns/{id}", id).then().body("decisionNote", equalTo("works"));
        Api.as(Tokens.customer("bob")).get("/v1/returns/{id}", id).then().statusCode(404);
        ask("ann", order, line, 1).then().statusCode(201);
        Api.as(Tokens.brand(mug.brandId()))
                .get("/v1/returns?status=REQUESTED")
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void theReturnWindowCloses() {
        Goods mug = Catalogue.onSale(1_250, 10);
        String order = paid("ann", mug, 1);
        delivered("ann", order, mug, 1);

        clock.advance(Duration.ofDays(30));

        ask("ann", order, lineOf("ann", order, mug), 1)
                .then()
                .statusCode(409)
                .body("code", equalTo("return-window-closed"));
    }

    @Test
    void aConsumerWithdrawsInTwoStepsAndGetsADatedAcknowledgement() throws Exception {
        Goods mug = Catalogue.onSale(1_250, 10);
        Goods plate = Catalogue.onSale(800, 10);
        String order = paid("ann", mug, 1, plate, 2);
        delivered("ann", order, mug, 1);

        String id = withdraw("ann", order)
                .then()
                .statusCode(201)
                .body("status", equalTo("PREPARED"))
                .body("declaredAt", nullValue())
                .body("lines", hasSize(2))
                .extract()
                .path("id");
        Shop.stock(plate).body("sold", equalTo(2));
        try (KafkaProbe orders = KafkaProbe.fromNow("orders")) {
            Api.as(Tokens.customer("bob"))
                    .post("/v1/withdrawals/{id}/confirm", id)
                    .then()
                    .statusCode(404);
            for (int i = 0; i < 2; i++) {
                Api.as(Tokens.customer("ann"))
                        .post("/v1/withdrawals/{id}/confirm", id)
                        .then()
                        .statusCode(200)
                        .body("status", equalTo("DECLARED"))
                        .body("declaredAt", notNullValue())
                        .body("name", equalTo("Ann Archer"))
                        .body("statement", containsString("2 x Mug"))
                        .body("returnIds", hasSize(1));
            }
            orders.await(order, "withdrawal.declared.v1");
        }
        // What had not left is cancelled at once, and what had comes back approved.
        part(plate, partOf("ann", order, plate.brandId()))
                .body("status", equalTo("CANCELLED"))
                .body("cancelReason", equalTo("WITHDRAWN"));
        Shop.stock(plate).body("sold", equalTo(0));
        String returned = Api.as(Tokens.brand(mug.brandId()))
                .get("/v1/returns?orderId={id}", order)
                .then()
                .body("items", hasSize(1))
                .body("items[0].status", equalTo("APPROVED"))
                .body("items[0].withdrawalId", equalTo(id))
                .extract()
                .path("items[0].id");
        brand(mug, returned, "reject", Map.of("reason", "WORN")).then().statusCode(409);
        brand(mug, returned, "receive", Map.of()).then().statusCode(200).body("refund.amount", equalTo(1_250));
        Api.as(Tokens.customer("ann"))
                .get("/v1/orders/{id}/payments", order)
                .then()
                .body("items[0].refundedAmount.amount", equalTo(2_850));
    }

    @Test
    void whoHasHadTheGoodsForLongerDoesNotWithdraw() {
        Goods mug = Catalogue.onSale(1_250, 10);
        String order = paid("ann", mug, 1);
        delivered("ann", order, mug, 1);

        clock.advance(Duration.ofDays(16));

        withdraw("ann", order).then().statusCode(409).body("code", equalTo("withdrawal-period-over"));
    }

    @Test
    void theTimelineShowsEveryoneWhatIsTheirs() {
        Goods mug = Catalogue.onSale(1_250, 10);
        Goods plate = Catalogue.onSale(800, 10);
        String order = paid("ann", mug, 1, plate, 1);
        delivered("ann", order, mug, 1);
        Api.as(Tokens.operator())
                .header("Idempotency-Key", Api.idempotencyKey())
                .body(Map.of("reason", "SUSPECTED_FRAUD"))
                .post("/v1/fulfilments/{id}/cancel", partOf("ann", order, plate.brandId()))
                .then()
                .statusCode(200);

        Api.as(Tokens.customer("ann"))
                .get("/v1/orders/{id}/timeline", order)
                .then()
                .statusCode(200)
                .body(
                        "items.what",
                        hasItems(
                                "order.placed.v1",
                                "order.paid.v1",
                                "fulfilment.confirmed.v1",
                                "fulfilment.shipped.v1",
                                "fulfilment.delivered.v1",
                                "fulfilment.cancelled.v1",
                                "order.refund-requested.v1",
                                "order.completed.v1"))
                .body("items[0].actorId", equalTo("ann"))
                .body("items.find { it.what == 'fulfilment.cancelled.v1' }.actor", equalTo("OPERATOR"))
                .body("items.find { it.what == 'fulfilment.cancelled.v1' }.actorId", nullValue())
                .body("items.find { it.what == 'fulfilment.cancelled.v1' }.reason", equalTo("SUSPECTED_FRAUD"));
        Api.as(Tokens.brand(mug.brandId()))
                .get("/v1/orders/{id}/timeline", order)
                .then()
                .body("items.what", hasItems("order.placed.v1", "fulfilment.shipped.v1"))
                .body("items.what", not(hasItem("fulfilment.cancelled.v1")))
                .body("items.what", not(hasItem("order.refund-requested.v1")));
        Response first = Api.as(Tokens.operator()).get("/v1/orders/{id}/timeline?limit=2", order);
        Api.as(Tokens.operator())
                .queryParam("cursor", first.<String>path("nextCursor"))
                .get("/v1/orders/{id}/timeline?limit=2", order)
                .then()
                .body("items[0].sequence", equalTo(2));
        Api.as(Tokens.customer("bob"))
                .get("/v1/orders/{id}/timeline", order)
                .then()
                .statusCode(404);
    }

    @Test
    void ordersAreFoundByWhatIsInThemAndHowFarTheyAre() {
        Goods mug = Catalogue.onSale(1_250, 10);
        Goods plate = Catalogue.onSale(800, 10);
        String first = paid("finder", mug, 1, plate, 1);
        String second = Shop.placed("finder", mug, 1);
        delivered("finder", first, mug, 1);

        found(Tokens.customer("finder"), "variantId=" + mug.variantId() + "&sort=NEWEST", second, first);
        found(Tokens.customer("finder"), "variantId=" + plate.variantId(), first);
        found(Tokens.customer("finder"), "fulfilmentStatus=AWAITING_PAYMENT", second);
        found(Tokens.customer("finder"), "fulfilmentStatus=DELIVERED&status=PAID", first);
        found(Tokens.brand(mug.brandId()), "fulfilmentStatus=AWAITING_CONFIRMATION");
        found(Tokens.brand(plate.brandId()), "fulfilmentStatus=AWAITING_CONFIRMATION", first);
        found(Tokens.brand(plate.brandId()), "variantId=" + mug.variantId());
        found(
                Tokens.operator(),
                "customerId=finder&placedFrom=" + clock.instant().minusSeconds(600),
                first,
                second);
        found(Tokens.operator(), "customerId=finder&placedTo=2020-01-01T00:00:00Z");
        Api.as(Tokens.customer("bob"))
                .get("/v1/orders?customerId=finder")
                .then()
                .statusCode(403);
    }

    private static void found(String token, String query, String... ids) {
        Api.as(token).get("/v1/orders?" + query).then().statusCode(200).body("items.id", equalTo(List.of(ids)));
    }

    private static Map<String, Object> request(String order, String line, int quantity) {
        return Map.of(
                "orderId", order, "lines", List.of(Map.of("lineId", line, "quantity", quantity, "reason", "FAULTY")));
    }

    private static Response ask(String customer, String order, String line, int quantity) {
        return Api.as(Tokens.customer(customer))
                .header("Idempotency-Key", Api.idempotencyKey())
                .body(request(order, line, quantity))
                .post("/v1/returns");
    }

    private static Response brand(Goods goods, String returnId, String command, Map<String, Object> body) {
        var call = Api.as(Tokens.brand(goods.brandId()));
        return (command.equals("approve") ? call : call.body(body)).post("/v1/returns/{id}/" + command, returnId);
    }

    private static Response withdraw(String customer, String order) {
        return Api.as(Tokens.customer(customer))
                .header("Idempotency-Key", Api.idempotencyKey())
                .body(Map.of("orderId", order, "name", "Ann Archer"))
                .post("/v1/withdrawals");
    }
}

package dev.vetrina.order;

import static dev.vetrina.order.AfterPurchase.confirm;
import static dev.vetrina.order.AfterPurchase.delivered;
import static dev.vetrina.order.AfterPurchase.lineOf;
import static dev.vetrina.order.AfterPurchase.paid;
import static dev.vetrina.order.AfterPurchase.partOf;
import static dev.vetrina.order.AfterPurchase.ship;
import static org.hamcrest.Matchers.equalTo;

import dev.vetrina.order.Catalogue.Goods;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Tokens;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever is refused because something is not in the right state is told in which it is, in a member of its own. */
@OrderServiceTest
@SuppressWarnings("NullAway.Init")
class WrongStateTest {

    private Goods mug;

    @BeforeEach
    void putAMugOnSale() {
        mug = Catalogue.onSale(1_250, 10);
    }

    @Test
    void anOrderThatIsPaidOrCancelled() {
        String order = Shop.placed("ann", mug, 1);
        refused(confirm(mug, partOf("ann", order, mug.brandId())), "order-not-paid", "orderStatus", "PENDING_PAYMENT");
        paidOrder(order);
        refused(Shop.pay("ann", order, "tok_approved"), "order-not-payable", "orderStatus", "PAID");

        String givenUp = Shop.placed("ann", mug, 1);
        Api.as(Tokens.customer("ann"))
                .body(Map.of("reason", "wrong size"))
                .post("/v1/orders/{id}/cancel", givenUp)
                .then()
                .statusCode(200);
        refused(Shop.pay("ann", givenUp, "tok_approved"), "order-not-payable", "orderStatus", "CANCELLED");
    }

    @Test
    void aPaymentThatIsUnderWay() {
        String order = Shop.placed("ann", mug, 1);
        Shop.pay("ann", order, "tok_requires_action").then().statusCode(201);

        refused(Shop.pay("ann", order, "tok_approved"), "payment-in-progress", "paymentStatus", "REQUIRES_ACTION");
    }

    @Test
    void aPartThatIsNotConfirmedOrHasArrivedOrIsCancelled() {
        String order = paid("ann", mug, 1);
        String part = partOf("ann", order, mug.brandId());
        refused(
                ship(mug, part, lineOf("ann", order, mug), 1, Api.idempotencyKey()),
                "fulfilment-not-shippable",
                "fulfilmentStatus",
                "AWAITING_CONFIRMATION");
        refused(deliver(part), "nothing-shipped", "fulfilmentStatus", "AWAITING_CONFIRMATION");
        cancel(part).then().statusCode(200);
        refused(confirm(mug, part), "fulfilment-cancelled", "fulfilmentStatus", "CANCELLED");

        String arrived = delivered("ann", paid("ann", mug, 1), mug, 1);
        refused(cancel(arrived), "fulfilment-not-cancellable", "fulfilmentStatus", "DELIVERED");
    }

    @Test
    void aReturnThatWasDecided() {
        String order = paid("ann", mug, 1);
        String _ = delivered("ann", order, mug, 1);
        String sent = Api.as(Tokens.customer("ann"))
                .header("Idempotency-Key", Api.idempotencyKey())
                .body(Map.of(
                        "orderId",
                        order,
                        "lines",
                        List.of(Map.of("lineId", lineOf("ann", order, mug), "quantity", 1, "reason", "FAULTY"))))
                .post("/v1/returns")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        decide(sent, "reject", Map.of("reason", "OTHER", "note", "worn")).then().statusCode(200);

        refused(decide(sent, "approve", Map.of()), "return-not-approved", "returnStatus", "REJECTED");
    }

    private static void refused(Response answer, String code, String member, String state) {
        answer.then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("status", equalTo(409))
                .body(member, equalTo(state));
    }

    private static void paidOrder(String order) {
        Shop.pay("ann", order, "tok_approved").then().statusCode(201);
    }

    private Response deliver(String part) {
        return Api.as(Tokens.brand(mug.brandId())).post("/v1/fulfilments/{id}/deliver", part);
    }

    private Response cancel(String part) {
        return Api.as(Tokens.brand(mug.brandId()))
                .header("Idempotency-Key", Api.idempotencyKey())
                .body(Map.of("reason", "OUT_OF_STOCK"))
                .post("/v1/fulfilments/{id}/cancel", part);
    }

    private Response decide(String sent, String decision, Map<String, String> body) {
        return Api.as(Tokens.brand(mug.brandId())).body(body).post("/v1/returns/{id}/" + decision, sent);
    }
}

package dev.vetrina.order.sandbox;

import static org.hamcrest.Matchers.equalTo;

import dev.vetrina.order.Catalogue;
import dev.vetrina.order.OrderServiceTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A test order is pushed through every state that an order can be in. */
@OrderServiceTest
@SuppressWarnings("NullAway.Init")
class SandboxProgressTest {

    private Sandbox sandbox;

    @BeforeEach
    void aBrandHasGoods() {
        sandbox = new Sandbox(Catalogue.known(1_250));
    }

    @Test
    void aDeclinedPaymentLeavesTheHoldAndTheNextOneMaySucceed() {
        String order = sandbox.placed(1);

        sandbox.pay(order, "DECLINE").then().statusCode(201).body("status", equalTo("DECLINED"));
        sandbox.read(order).then().body("status", equalTo("PENDING_PAYMENT"));
        sandbox.pay(order, "APPROVE").then().statusCode(201).body("provider", equalTo("simulated"));
        sandbox.read(order).then().body("status", equalTo("PAID"));
        sandbox.pay(order, "APPROVE").then().statusCode(409);
    }

    @Test
    void aChallengeWaitsUntilItIsAnswered() {
        String passed = sandbox.placed(1);
        sandbox.pay(passed, "CHALLENGE").then().statusCode(201).body("status", equalTo("REQUIRES_ACTION"));
        answer(passed, "PASSED").body("status", equalTo("PAID"));

        String failed = sandbox.placed(1);
        answer(failed, "PASSED", 409).body("code", equalTo("no-challenge"));
        sandbox.pay(failed, "CHALLENGE").then().statusCode(201);
        answer(failed, "FAILED").body("status", equalTo("PENDING_PAYMENT"));
    }

    @Test
    void itsTimeRunsOutWhenThatIsWanted() {
        String order = sandbox.placed(1);
        sandbox.pay(order, "CHALLENGE").then().statusCode(201);

        sandbox.push(order, "expire").then().statusCode(200).body("status", equalTo("EXPIRED"));
        sandbox.push(order, "expire").then().statusCode(200).body("status", equalTo("EXPIRED"));
        sandbox.push(sandbox.paid(1), "expire").then().statusCode(409).body("code", equalTo("order-not-pending"));
    }

    @Test
    void itsBuyerCancelsItUntilTheBrandHasConfirmed() {
        String unpaid = sandbox.placed(1);
        sandbox.push(unpaid, "cancel").then().statusCode(200).body("status", equalTo("CANCELLED"));

        String paid = sandbox.paid(1);
        sandbox.push(paid, "cancel").then().statusCode(200).body("status", equalTo("CANCELLED"));
        sandbox.read(paid).then().body("payment.refundedAmount.amount", equalTo(1_250));

        String shipped = sandbox.paid(1);
        sandbox.ship(shipped);
        sandbox.push(shipped, "cancel").then().statusCode(409).body("code", equalTo("order-not-cancellable"));
    }

    @Test
    void shippedDeliveredReturnedAndRefundedItIsAsRealAsAnyOther() {
        String order = sandbox.paid(2);
        sandbox.push(order, "deliver").then().statusCode(409).body("code", equalTo("nothing-shipped"));
        sandbox.ship(order);
        sandbox.push(order, "deliver").then().statusCode(200).body("status", equalTo("COMPLETED"));

        String line = sandbox.read(order).path("lines[0].id");
        String goodsReturn = sandbox.push(
                        order,
                        "returns",
                        Map.of("lines", List.of(Map.of("lineId", line, "quantity", 1, "reason", "FAULTY"))))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        sandbox.asBrand().get("/v1/returns").then().body("items.size()", equalTo(0));
        sandbox.asBrand().post("/v1/returns/{id}/approve", goodsReturn).then().statusCode(200);
        sandbox.asBrand()
                .body(Map.of("lines", List.of(Map.of("lineId", line, "received", 1, "restocked", 1))))
                .post("/v1/returns/{id}/receive", goodsReturn)
                .then()
                .statusCode(200);
        sandbox.read(order).then().body("payment.refundedAmount.amount", equalTo(1_250));

        sandbox.push(order, "refunds", Map.of("amount", Map.of("amount", 250, "currency", "GBP")))
                .then()
                .statusCode(201)
                .body("status", equalTo("SUCCEEDED"));
        sandbox.push(order, "refunds", Map.of("amount", Map.of("amount", 2_000, "currency", "GBP")))
                .then()
                .statusCode(409)
                .body("code", equalTo("refund-exceeds-captured"));
    }

    private ValidatableResponse answer(String order, String outcome) {
        return answer(order, outcome, 200);
    }

    private ValidatableResponse answer(String order, String outcome, int status) {
        return sandbox.push(order, "answer-challenge", Map.of("outcome", outcome))
                .then()
                .statusCode(status);
    }
}

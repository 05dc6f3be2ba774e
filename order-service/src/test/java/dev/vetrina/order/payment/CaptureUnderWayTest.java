package dev.vetrina.order.payment;

import static dev.vetrina.order.AfterPurchase.confirm;
import static dev.vetrina.order.AfterPurchase.lineOf;
import static dev.vetrina.order.AfterPurchase.partOf;
import static dev.vetrina.order.AfterPurchase.ship;
import static org.hamcrest.Matchers.equalTo;

import dev.vetrina.order.Catalogue;
import dev.vetrina.order.Catalogue.Goods;
import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.order.Shop;
import dev.vetrina.order.StoredOrder;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Tokens;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** While nobody knows whether a capture succeeded, nobody knows either what must go back: whoever asks is asked to wait. */
@OrderServiceTest
@SuppressWarnings("NullAway.Init")
class CaptureUnderWayTest {

    @Inject
    DataSource dataSource;

    private Goods mug;
    private String order;
    private String part;
    private String line;

    @BeforeEach
    void shipOneOfTwoUnits() {
        mug = Catalogue.onSale(1_000, 10);
        order = Shop.placed("ann", mug, 2);
        StoredOrder.captureAtShipment(dataSource, order);
        Shop.pay("ann", order, "tok_approved").then().statusCode(201);
        part = partOf("ann", order, mug.brandId());
        line = lineOf("ann", order, mug);
        confirm(mug, part).then().statusCode(200);
        ship(mug, part, line, 1, Api.idempotencyKey()).then().statusCode(201);
    }

    @Test
    void nothingIsCancelledUntilItIsKnown() {
        loseTheAnswer();
        inProgress(cancelPart());
        Shop.stock(mug).body("sold", equalTo(2));

        tellTheAnswer();
        cancelPart().then().statusCode(200).body("lines[0].cancelled", equalTo(1));
    }

    @Test
    void nobodyWithdrawsFromWhatIsNotShippedUntilItIsKnown() {
        String withdrawal = Api.as(Tokens.customer("ann"))
                .header("Idempotency-Key", Api.idempotencyKey())
                .body(Map.of("orderId", order, "name", "Ann Archer"))
                .post("/v1/withdrawals")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        loseTheAnswer();
        inProgress(withdraw(withdrawal));
        Api.as(Tokens.customer("ann"))
                .get("/v1/withdrawals/{id}", withdrawal)
                .then()
                .body("status", equalTo("PREPARED"));

        tellTheAnswer();
        withdraw(withdrawal).then().statusCode(200).body("status", equalTo("DECLARED"));
    }

    @Test
    void nothingIsTakenBackUntilItIsKnown() {
        Api.as(Tokens.brand(mug.brandId()))
                .post("/v1/fulfilments/{id}/deliver", part)
                .then()
                .statusCode(200);
        String sent = returned();
        loseTheAnswer();
        inProgress(receive(sent));
        Shop.stock(mug).body("available", equalTo(8));

        tellTheAnswer();
        receive(sent).then().statusCode(200).body("status", equalTo("RECEIVED"));
    }

    private String returned() {
        String id = Api.as(Tokens.customer("ann"))
                .header("Idempotency-Key", Api.idempotencyKey())
                .body(Map.of(
                        "orderId", order, "lines", List.of(Map.of("lineId", line, "quantity", 1, "reason", "FAULTY"))))
                .post("/v1/returns")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Api.as(Tokens.brand(mug.brandId()))
                .post("/v1/returns/{id}/approve", id)
                .then()
                .statusCode(200);
        return id;
    }

    private Response receive(String id) {
        return Api.as(Tokens.brand(mug.brandId()))
                .body(Map.of("lines", List.of(Map.of("lineId", line, "received", 1, "restocked", 1))))
                .post("/v1/returns/{id}/receive", id);
    }

    private static Response withdraw(String id) {
        return Api.as(Tokens.customer("ann")).post("/v1/withdrawals/{id}/confirm", id);
    }

    private Response cancelPart() {
        return Api.as(Tokens.brand(mug.brandId()))
                .header("Idempotency-Key", Api.idempotencyKey())
                .body(Map.of("reason", "OUT_OF_STOCK"))
                .post("/v1/fulfilments/{id}/cancel", part);
    }

    private static void inProgress(Response response) {
        response.then().statusCode(409).body("code", equalTo("capture-in-progress"));
    }

    /** The janitor is kept from asking again. */
    private void loseTheAnswer() {
        sql("update payment_capture set status = 'UNKNOWN', check_at = null where order_id = ?");
    }

    private void tellTheAnswer() {
        sql("update payment_capture set status = 'SUCCEEDED' where order_id = ?");
    }

    private void sql(String update) {
        StoredOrder.change(dataSource, order, update);
    }
}

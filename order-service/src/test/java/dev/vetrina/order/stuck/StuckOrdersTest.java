package dev.vetrina.order.stuck;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.vetrina.order.Catalogue;
import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.order.Shop;
import dev.vetrina.order.StoredOrder;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Tokens;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@OrderServiceTest
@SuppressWarnings("NullAway.Init")
class StuckOrdersTest {

    @Inject
    DataSource dataSource;

    @Test
    void aRefundThatFailedIsListedWithItsReasonAndTriedAgain() {
        String id = paid("tok_refund_fails");
        refund(id);
        stuck().body("items.orderId", hasItem(id));
        stuckItem(id, "kind", "REFUND_FAILED");
        stuckItem(id, "reason", "refund_refused");

        retry(id).body("orderId", equalTo(id)).body("items", hasSize(1));

        Api.as(Tokens.operator())
                .get("/v1/orders/{id}/refunds", id)
                .then()
                .body("items", hasSize(2))
                .body("items[0].retriedAs", equalTo(refundIds(id, 1)));
    }

    @Test
    void aPaymentOfWhichNobodyKnowsIsAskedAboutAtOnce() {
        String id = Shop.placed("ann", Catalogue.onSale(1_250, 1), 1);
        Shop.pay("ann", id, "tok_requires_action").then().body("status", equalTo("REQUIRES_ACTION"));
        // As if the provider had been silent for long: the next question would come in minutes.
        execute(
                "update payment set status = 'UNKNOWN', created_at = created_at - interval '5 minutes',"
                        + " check_at = created_at + interval '1 hour', last_error = 'time-out' where order_id = ?",
                id);
        stuckItem(id, "kind", "PAYMENT_UNKNOWN");
        stuckItem(id, "reason", "time-out");

        retry(id).body("items", hasSize(0));

        Api.as(Tokens.customer("ann"))
                .get("/v1/orders/{id}/payments", id)
                .then()
                .body("items[0].status", equalTo("REQUIRES_ACTION"));
    }

    @Test
    void anOrderThatMovesIsNotListed() {
        String id = paid("tok_approved");

        stuck().body("items.orderId", not(hasItem(id)));
        retry(id).body("items", hasSize(0));
        Shop.read("ann", id).body("status", equalTo("PAID"));
    }

    @Test
    void onlyOperatorsSeeWhatIsStuck() {
        Api.as(Tokens.customer("ann")).get("/v1/stuck-orders").then().statusCode(403);
        Api.as(Tokens.operator())
                .post("/v1/stuck-orders/{id}/retry", UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    private static String paid(String token) {
        String id = Shop.placed("ann", Catalogue.onSale(1_250, 1), 1);
        Shop.pay("ann", id, token).then().statusCode(201);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> Shop.read("ann", id).body("status", equalTo("PAID")));
        return id;
    }

    private static void refund(String orderId) {
        Api.as(Tokens.operator())
                .header("Idempotency-Key", Api.idempotencyKey())
                .body(Map.of("amount", Map.of("amount", 500, "currency", "GBP"), "reason", "OTHER"))
                .post("/v1/orders/{id}/refunds", orderId)
                .then()
                .statusCode(201)
                .body("status", equalTo("FAILED"));
    }

    private static String refundIds(String orderId, int index) {
        return Api.as(Tokens.operator())
                .get("/v1/orders/{id}/refunds", orderId)
                .then()
                .extract()
                .path("items[" + index + "].id");
    }

    private static ValidatableResponse stuck() {
        return Api.as(Tokens.operator())
                .get("/v1/stuck-orders?limit=200")
                .then()
                .statusCode(200);
    }

    private static void stuckItem(String orderId, String member, String value) {
        stuck().body("items.find { it.orderId == '" + orderId + "' }.items[0]." + member, equalTo(value));
    }

    private static ValidatableResponse retry(String orderId) {
        return Api.as(Tokens.operator())
                .post("/v1/stuck-orders/{id}/retry", orderId)
                .then()
                .statusCode(200);
    }

    private void execute(String sql, String orderId) {
        StoredOrder.change(dataSource, orderId, sql);
    }
}

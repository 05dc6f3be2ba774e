package dev.vetrina.order.stuck;

import static dev.vetrina.order.AfterPurchase.confirm;
import static dev.vetrina.order.AfterPurchase.lineOf;
import static dev.vetrina.order.AfterPurchase.partOf;
import static dev.vetrina.order.AfterPurchase.ship;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.vetrina.order.Catalogue;
import dev.vetrina.order.Catalogue.Goods;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OrderServiceTest
@SuppressWarnings("NullAway.Init")
class StuckOrdersTest {

    /** The provider was silent since, and the janitor does not ask it again before the test has ended. */
    private static final String LONG_AGO = "created_at = created_at - interval '5 minutes',"
            + " check_at = created_at + interval '1 year', last_error = 'time-out'";

    @Inject
    DataSource dataSource;

    private Goods mug;

    @Test
    void aRefundThatFailedIsListedWithItsReasonAndTriedAgain() {
        String id = paid("tok_refund_fails");
        refund(id, "FAILED");
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

    @ParameterizedTest
    @ValueSource(strings = {"unwanted = true", "released_amount = amount"})
    void reservedMoneyThatNobodyTakesAndTheProviderKeepsIsListed(String givenUp) {
        String id = authorised();
        execute("update payment set " + givenUp + ", " + LONG_AGO + " where order_id = ?", id);

        stuckItem(id, "kind", "CANCELLATION_DUE");
    }

    @Test
    void anAuthorisationThatEndsBeforeTheRestIsCapturedIsListed() {
        String id = authorised();
        execute(
                "update payment set authorised_until = created_at + interval '1 hour', " + LONG_AGO
                        + " where order_id = ?",
                id);

        stuckItem(id, "kind", "AUTHORISATION_ENDS");
    }

    @Test
    void aCaptureOfWhichNobodyKnowsIsListed() {
        String id = authorised();
        shipOne(id);
        execute("update payment_capture set status = 'UNKNOWN', " + LONG_AGO + " where order_id = ?", id);

        stuckItem(id, "kind", "CAPTURE_UNDER_WAY");
        stuckItem(id, "reason", "time-out");
    }

    @Test
    void aCaptureThatFailedIsListedUntilItIsMadeUpForHoweverManyCameLater() {
        String id = authorised();
        shipOne(id);
        execute("update payment_capture set status = 'FAILED', last_error = 'declined' where order_id = ?", id);
        shipOne(id);

        stuckItem(id, "kind", "CAPTURE_FAILED");
        stuckItem(id, "reason", "declined");

        execute("update payment_capture set retried_as = id where status = 'FAILED' and order_id = ?", id);
        stuck().body("items.orderId", not(hasItem(id)));
    }

    @Test
    void aRefundOfWhichNobodyKnowsIsListed() {
        String id = paid("tok_approved");
        refund(id, "SUCCEEDED");
        execute("update refund set status = 'UNKNOWN', " + LONG_AGO + " where order_id = ?", id);

        stuckItem(id, "kind", "REFUND_UNDER_WAY");
    }

    @Test
    void aHoldThatDidNotEndInItsTimeIsListed() {
        String id = Shop.placed("ann", Catalogue.onSale(1_250, 1), 1);
        execute(
                "update orders set reserved_until = placed_at - interval '5 minutes',"
                        + " expiry_claimed_until = placed_at + interval '1 year' where id = ?",
                id);

        stuckItem(id, "kind", "HOLD_PAST_ITS_END");
        stuckItem(id, "subjectId", id);
    }

    @Test
    void aPartThatNobodyConfirmedAndThatIsNotCancelledForItIsListed() {
        String id = paid("tok_approved");
        notCancelled(id);
        execute("update orders set paid_at = paid_at - interval '60 days' where id = ?", id);

        stuckItem(id, "kind", "BRAND_OVERDUE");
    }

    @Test
    void aPartThatNobodyShippedAndThatIsNotCancelledForItIsListed() {
        String id = authorised();
        notCancelled(id);
        execute("update orders set paid_at = paid_at - interval '60 days' where id = ?", id);
        stuck().body("items.orderId", not(hasItem(id)));

        execute("update fulfilment set confirmed_at = confirmed_at - interval '60 days' where order_id = ?", id);

        stuckItem(id, "kind", "BRAND_OVERDUE");
        stuckItem(id, "subjectId", partOf("ann", id, mug.brandId()));
    }

    @Test
    void aPartOfALateBrandIsCancelledWhenAnOperatorTriesAgain() {
        String id = paid("tok_approved");
        notCancelled(id);
        execute("update orders set paid_at = paid_at - interval '60 days' where id = ?", id);
        stuckItem(id, "kind", "BRAND_OVERDUE");

        retry(id);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> Shop.read("ann", id).body("status", equalTo("CANCELLED")));
        stuck().body("items.orderId", not(hasItem(id)));
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

    /** Three confirmed units, of which the money is reserved and taken as they leave. */
    private String authorised() {
        mug = Catalogue.onSale(1_000, 3);
        String id = Shop.placed("ann", mug, 3);
        StoredOrder.captureAtShipment(dataSource, id);
        Shop.pay("ann", id, "tok_approved").then().statusCode(201).body("status", equalTo("AUTHORISED"));
        confirm(mug, partOf("ann", id, mug.brandId())).then().statusCode(200);
        return id;
    }

    private void shipOne(String orderId) {
        ship(mug, partOf("ann", orderId, mug.brandId()), lineOf("ann", orderId, mug), 1, Api.idempotencyKey())
                .then()
                .statusCode(201);
    }

    /** As if whoever cancels what is late had died over it, again and again. */
    private void notCancelled(String orderId) {
        execute("update fulfilment set overdue_claim_until = now() + interval '1 year' where order_id = ?", orderId);
    }

    private static void refund(String orderId, String status) {
        Api.as(Tokens.operator())
                .header("Idempotency-Key", Api.idempotencyKey())
                .body(Map.of("amount", Map.of("amount", 500, "currency", "GBP"), "reason", "OTHER"))
                .post("/v1/orders/{id}/refunds", orderId)
                .then()
                .statusCode(201)
                .body("status", equalTo(status));
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

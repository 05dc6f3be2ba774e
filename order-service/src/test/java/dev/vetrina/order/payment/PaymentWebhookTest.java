package dev.vetrina.order.payment;

import static dev.vetrina.order.payment.SimulatedEvents.event;
import static dev.vetrina.order.payment.SimulatedEvents.sign;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.vetrina.kit.id.Ids;
import dev.vetrina.order.Catalogue;
import dev.vetrina.order.Catalogue.Goods;
import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.order.Shop;
import dev.vetrina.order.StoredOrder;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.MovableClock;
import dev.vetrina.testkit.identity.Tokens;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events of a provider that are sent by a stranger, twice, late, early and in the wrong order. */
@OrderServiceTest
@SuppressWarnings("NullAway.Init")
class PaymentWebhookTest {

    @Inject
    MovableClock clock;

    @Inject
    DataSource dataSource;

    private Goods mug;
    private String orderId;

    @BeforeEach
    void placeAnOrder() {
        mug = Catalogue.onSale(1_250, 1);
        orderId = Shop.placed("ann", mug, 1);
    }

    @Test
    void anEventSettlesThePaymentAndComingAgainItChangesNothing() throws Exception {
        String paymentId = waitingPayment();
        String event = event("payment.captured", paymentId, 1_250);

        List<Future<Integer>> answers = new ArrayList<>();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                answers.add(senders.submit(() -> send(event).statusCode()));
            }
        }

        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isEqualTo(204);
        }
        Shop.read("ann", orderId).body("status", equalTo("PAID")).body("version", equalTo(2));
        Shop.stock(mug).body("sold", equalTo(1)).body("held", equalTo(0));
    }

    @Test
    void anOlderEventThatComesAfterTheCaptureChangesNothing() {
        String paymentId = waitingPayment();
        send(event("payment.captured", paymentId, 1_250)).then().statusCode(204);

        send(event("payment.requires-action", paymentId, 0)).then().statusCode(204);
        send(event("payment.declined", paymentId, 0)).then().statusCode(204);

        Shop.read("ann", orderId).body("status", equalTo("PAID")).body("version", equalTo(2));
        payments().body("items", hasSize(1)).body("items[0].status", equalTo("CAPTURED"));
    }

    @Test
    void anAuthorisationToldAfterItsCaptureTakesNothingBack() {
        String paymentId = waitingPayment();
        send(event("payment.captured", paymentId, 1_250)).then().statusCode(204);

        send(event("payment.authorised", paymentId, 0)).then().statusCode(204);

        payments().body("items[0].status", equalTo("CAPTURED")).body("items[0].capturedAmount.amount", equalTo(1_250));
    }

    @Test
    void whatNobodySignedIsRefused() {
        String event = event("payment.captured", waitingPayment(), 1_250);

        refused(SimulatedEvents.send(event, sign(event, "whsec_guessed", clock.instant())));
        refused(SimulatedEvents.send(event + " ", sign(event, "whsec_simulated", clock.instant())));
        refused(SimulatedEvents.send(
                event, sign(event, "whsec_simulated", clock.instant().minusSeconds(301))));
        refused(SimulatedEvents.send(event, "t=1"));
        Shop.read("ann", orderId).body("status", equalTo("PENDING_PAYMENT"));
    }

    @Test
    void anEventOfAPaymentThatShouldBeHereAndIsNotIsToBeSentAgain() {
        send(event("payment.captured", Ids.next().toString(), 1_250))
                .then()
                .statusCode(503)
                .body("code", equalTo("payment-not-known"))
                .header("Retry-After", "60");
    }

    @Test
    void whatAProviderSaysOfAnothersPaymentHasNoEffectAndIsNotSentAgain() {
        String paymentId = waitingPayment();
        anothersFromNowOn();

        send(event("payment.captured", paymentId, 1_250)).then().statusCode(204);

        Shop.read("ann", orderId).body("status", equalTo("PENDING_PAYMENT"));
        payments().body("items[0].status", equalTo("REQUIRES_ACTION"));
    }

    @Test
    void whatAProviderSaysOfAnothersRefundHasNoEffectAndIsNotSentAgain() {
        String paymentId = capturedPayment();
        String refundId = refund();
        anothersFromNowOn();

        send(refundFailed(paymentId, refundId)).then().statusCode(204);

        refunds().body("items[0].status", equalTo("SUCCEEDED"));
    }

    @Test
    void aRefundIsToldOfWithItsOwnPayment() {
        String _ = capturedPayment();
        String refundId = refund();
        orderId = Shop.placed("ann", Catalogue.onSale(1_250, 1), 1);

        send(refundFailed(waitingPayment(), refundId))
                .then()
                .statusCode(503)
                .body("code", equalTo("payment-not-known"));
    }

    @Test
    void aSignedEventThatCannotBeReadIsRefusedAndALargeOneToo() {
        send("{\"id\": 7").then().statusCode(400).body("code", equalTo("webhook-unreadable"));
        send("x".repeat(257 * 1024)).then().statusCode(413);
    }

    @Test
    void aProviderThatIsNotConfiguredHasNoWebhooks() {
        Api.anonymous().body("{}").post("/v1/payment-webhooks/stripe").then().statusCode(404);
        Api.anonymous().body("{}").post("/v1/payment-webhooks/nobody").then().statusCode(404);
    }

    private String waitingPayment() {
        return Shop.pay("ann", orderId, "tok_requires_action")
                .then()
                .statusCode(201)
                .body("status", equalTo("REQUIRES_ACTION"))
                .extract()
                .path("id");
    }

    private String capturedPayment() {
        return Shop.pay("ann", orderId, "tok_approved")
                .then()
                .statusCode(201)
                .body("status", equalTo("CAPTURED"))
                .extract()
                .path("id");
    }

    private void anothersFromNowOn() {
        StoredOrder.change(dataSource, orderId, "update payment set provider = 'stripe' where order_id = ?");
    }

    private String refund() {
        return Api.as(Tokens.operator())
                .header("Idempotency-Key", Api.idempotencyKey())
                .body(Map.of("amount", Map.of("amount", 500, "currency", "GBP"), "reason", "GOODWILL"))
                .post("/v1/orders/{id}/refunds", orderId)
                .then()
                .statusCode(201)
                .body("status", equalTo("SUCCEEDED"))
                .extract()
                .path("id");
    }

    private static String refundFailed(String paymentId, String refundId) {
        return """
                {"id": "evt_%s", "type": "refund.failed", "paymentId": "%s", "refundId": "%s", "text": "sent_back"}
                """.formatted(Ids.next(), paymentId, refundId);
    }

    private ValidatableResponse refunds() {
        return Api.as(Tokens.operator())
                .get("/v1/orders/{id}/refunds", orderId)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse payments() {
        return Api.as(Tokens.customer("ann"))
                .get("/v1/orders/{id}/payments", orderId)
                .then()
                .statusCode(200);
    }

    private Response send(String body) {
        return SimulatedEvents.send(body, clock.instant());
    }

    private static void refused(Response answer) {
        answer.then().statusCode(400).body("code", equalTo("webhook-signature-invalid"));
    }
}

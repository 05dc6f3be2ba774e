package dev.vetrina.order.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import dev.vetrina.order.Catalogue;
import dev.vetrina.order.Catalogue.Goods;
import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.order.Shop;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.KafkaProbe;
import dev.vetrina.testkit.MovableClock;
import dev.vetrina.testkit.identity.Tokens;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OrderServiceTest
@SuppressWarnings("NullAway.Init")
class PayOrderTest {

    @Inject
    MovableClock clock;

    private Goods mug;

    @BeforeEach
    void putAMugOnSale() {
        mug = Catalogue.onSale(1_250, 10);
    }

    @Test
    void anApprovedPaymentSellsTheStock() {
        try (KafkaProbe events = KafkaProbe.fromNow("orders")) {
            String id = Shop.placed("ann", mug, 2);

            Shop.pay("ann", id, "tok_approved")
                    .then()
                    .statusCode(201)
                    .body("status", equalTo("CAPTURED"))
                    .body("amount.amount", equalTo(2_500));

            Shop.read("ann", id).body("status", equalTo("PAID")).body("version", equalTo(1));
            Shop.stock(mug).body("held", equalTo(0)).body("sold", equalTo(2)).body("putOnSale", equalTo(10));
            events.await(id, "order.paid.v1");
        }
    }

    @Test
    void aDeclinedPaymentIsNoErrorAndTheBuyerMayTryAgain() {
        try (KafkaProbe events = KafkaProbe.fromNow("orders")) {
            String id = Shop.placed("ann", mug, 1);

            Shop.pay("ann", id, "tok_insufficient_funds")
                    .then()
                    .statusCode(201)
                    .body("status", equalTo("DECLINED"))
                    .body("declineCode", equalTo("insufficient_funds"));
            Shop.read("ann", id).body("status", equalTo("PENDING_PAYMENT"));
            events.await(id, "order.payment-declined.v1");

            Shop.pay("ann", id, "tok_approved").then().body("status", equalTo("CAPTURED"));
        }
    }

    @Test
    void aChallengeThatIsPassedPaysTheOrder() {
        String id = Shop.placed("ann", mug, 1);
        Response attempt = Shop.pay("ann", id, "tok_requires_action");
        attempt.then()
                .statusCode(201)
                .body("status", equalTo("REQUIRES_ACTION"))
                .body("nextAction.url", startsWith("/v1/simulated-provider/challenges/"));
        Shop.pay("ann", id, "tok_approved").then().statusCode(409).body("code", equalTo("payment-in-progress"));

        challenge(attempt, "PASSED");

        confirm(id, attempt).then().statusCode(200).body("status", equalTo("CAPTURED"));
        Shop.read("ann", id).body("status", equalTo("PAID"));
    }

    @Test
    void aChallengeThatIsFailedDeclinesThePayment() {
        String id = Shop.placed("ann", mug, 1);
        Response attempt = Shop.pay("ann", id, "tok_requires_action");

        challenge(attempt, "FAILED");

        confirm(id, attempt)
                .then()
                .body("status", equalTo("DECLINED"))
                .body("declineCode", equalTo("authentication_failed"));
    }

    @Test
    void nobodyElsePassesABuyersChallenge() {
        String id = Shop.placed("ann", mug, 1);
        Response attempt = Shop.pay("ann", id, "tok_requires_action");

        Api.as(Tokens.customer("bob"))
                .body(Map.of("outcome", "PASSED"))
                .post("/v1/simulated-provider/challenges/{id}", attempt.<String>path("id"))
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));

        confirm(id, attempt).then().statusCode(200).body("status", equalTo("REQUIRES_ACTION"));
    }

    @Test
    void aLostAnswerIsAskedForUntilItIsKnown() {
        String id = Shop.placed("ann", mug, 1);

        Response attempt = Shop.pay("ann", id, "tok_timeout_after_capture");

        attempt.then().statusCode(201).body("status", equalTo("UNKNOWN"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> Shop.read("ann", id).body("status", equalTo("PAID")));
        charges(attempt).body("captures", equalTo(1));
    }

    @Test
    void aRepeatedRequestChargesOnce() {
        String id = Shop.placed("ann", mug, 1);
        String key = Api.idempotencyKey();

        Response first = Shop.pay("ann", id, "tok_approved", key);
        Shop.pay("ann", id, "tok_approved", key)
                .then()
                .statusCode(201)
                .header("Idempotent-Replayed", "true")
                .body("id", equalTo(first.path("id")));

        Api.as(Tokens.customer("ann"))
                .get("/v1/orders/{id}/payments", id)
                .then()
                .body("items", hasSize(1));
        charges(first).body("captures", equalTo(1));
    }

    @Test
    void aPaymentIsFoundWhereItsLocationSays() {
        String id = Shop.placed("ann", mug, 1);
        Response attempt = Shop.pay("ann", id, "tok_declined");

        assertThat(attempt.header("Location")).isEqualTo("/v1/orders/" + id + "/payments/" + attempt.path("id"));
        Api.as(Tokens.customer("ann"))
                .get(attempt.header("Location"))
                .then()
                .statusCode(200)
                .body("status", equalTo("DECLINED"));
        Api.as(Tokens.customer("bob")).get(attempt.header("Location")).then().statusCode(404);
    }

    @Test
    void aPaidOrderIsNotPaidAgain() {
        String id = Shop.placed("ann", mug, 1);
        Shop.pay("ann", id, "tok_approved").then().statusCode(201);

        Shop.pay("ann", id, "tok_approved").then().statusCode(409).body("code", equalTo("order-not-payable"));
    }

    @Test
    void aStrangersOrderCannotBePaid() {
        String id = Shop.placed("ann", mug, 1);

        Shop.pay("bob", id, "tok_approved").then().statusCode(404);
    }

    @Test
    void anUnpaidHoldEndsAndItsStockComesBack() {
        try (KafkaProbe events = KafkaProbe.fromNow("orders")) {
            String id = Shop.placed("ann", mug, 3);

            clock.advance(Duration.ofMinutes(10));

            awaitStatus(id, "EXPIRED");
            Shop.stock(mug).body("available", equalTo(10)).body("held", equalTo(0));
            events.await(id, "order.expired.v1");
        }
    }

    @Test
    void anUnfinishedChallengeIsCancelledWhenTheHoldEnds() {
        String id = Shop.placed("ann", mug, 1);
        Response attempt = Shop.pay("ann", id, "tok_requires_action");

        clock.advance(Duration.ofMinutes(10));

        awaitStatus(id, "EXPIRED");
        charges(attempt).body("status", equalTo("CANCELLED")).body("captures", equalTo(0));
        confirm(id, attempt).then().body("status", equalTo("CANCELLED"));
    }

    @Test
    void aPaymentThatWasCapturedAsTheHoldEndedStillPays() {
        String id = Shop.placed("ann", mug, 1);
        Response attempt = Shop.pay("ann", id, "tok_requires_action");
        challenge(attempt, "PASSED");

        clock.advance(Duration.ofMinutes(10));

        awaitStatus(id, "PAID");
        Shop.stock(mug).body("sold", equalTo(1)).body("available", equalTo(9));
    }

    private static void awaitStatus(String id, String status) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> Shop.read("ann", id).body("status", equalTo(status)));
    }

    private static void challenge(Response attempt, String outcome) {
        Api.as(Tokens.customer("ann"))
                .body(Map.of("outcome", outcome))
                .post(attempt.<String>path("nextAction.url"))
                .then()
                .statusCode(204);
    }

    private static Response confirm(String orderId, Response attempt) {
        return Api.as(Tokens.customer("ann"))
                .post("/v1/orders/{id}/payments/{payment}/confirm", orderId, attempt.path("id"));
    }

    private static ValidatableResponse charges(Response attempt) {
        return Api.as(Tokens.operator())
                .get("/v1/simulated-provider/charges/{id}", attempt.<String>path("id"))
                .then()
                .statusCode(200);
    }
}

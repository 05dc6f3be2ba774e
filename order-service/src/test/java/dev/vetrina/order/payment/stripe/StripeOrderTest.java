package dev.vetrina.order.payment.stripe;

import static dev.vetrina.order.payment.stripe.StripeObjects.INTENT;
import static dev.vetrina.order.payment.stripe.StripeObjects.error;
import static dev.vetrina.order.payment.stripe.StripeObjects.event;
import static dev.vetrina.order.payment.stripe.StripeObjects.intent;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.stripe.net.Webhook;
import dev.vetrina.order.Catalogue;
import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.order.Shop;
import dev.vetrina.order.StoredOrder;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.MovableClock;
import dev.vetrina.testkit.identity.Tokens;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service with Stripe as its provider. */
@OrderServiceTest
@TestProfile(StripeOrderTest.WithStripe.class)
@SuppressWarnings("NullAway.Init")
class StripeOrderTest {

    private static final FakeStripe STRIPE = new FakeStripe();
    private static final UUID ANY = new UUID(0, 0);

    public static final class WithStripe implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "vetrina.payment.provider",
                    "stripe",
                    "vetrina.payment.stripe.api-key",
                    "sk_test_123",
                    "vetrina.payment.stripe.webhook-secret",
                    StripeTestSettings.SECRET,
                    "vetrina.payment.stripe.read-timeout",
                    "PT0.5S",
                    "vetrina.payment.stripe.api-base",
                    STRIPE.address().toString());
        }
    }

    @Inject
    MovableClock clock;

    @Inject
    DataSource dataSource;

    private final String reference = "pi_" + UUID.randomUUID().toString().replace("-", "");
    private String orderId;

    @BeforeEach
    void placeAnOrder() {
        STRIPE.forgetAll();
        orderId = Shop.placed("ann", Catalogue.onSale(2_000, 1), 1);
    }

    @Test
    void anOrderIsPaidThroughStripe() {
        STRIPE.answers(200, named(intent(ANY, "succeeded", 2_000)));

        Shop.pay("ann", orderId, "pm_card_visa")
                .then()
                .statusCode(201)
                .body("status", equalTo("CAPTURED"))
                .body("provider", equalTo("stripe"));
        Shop.read("ann", orderId).body("status", equalTo("PAID"));
    }

    @Test
    void aDeclineLeavesTheOrderToBePaidWithAnotherCard() {
        STRIPE.answers(402, error("card_error", "card_declined", ", \"decline_code\": \"do_not_honor\""))
                .answers(200, named(intent(ANY, "succeeded", 2_000)));

        Shop.pay("ann", orderId, "pm_card_declined").then().body("declineCode", equalTo("do_not_honor"));
        Shop.pay("ann", orderId, "pm_card_visa").then().body("status", equalTo("CAPTURED"));
    }

    @Test
    void aChallengeIsSettledByStripesEvent() {
        STRIPE.answers(200, named(intent(ANY, "requires_action", 0, "{\"type\": \"use_stripe_sdk\"}")));
        String paymentId = Shop.pay("ann", orderId, "pm_card_3ds")
                .then()
                .body("status", equalTo("REQUIRES_ACTION"))
                .body("nextAction.clientSecret", startsWith(reference))
                .extract()
                .path("id");

        String succeeded = named(intent(UUID.fromString(paymentId), "succeeded", 2_000));
        send(event("evt_" + paymentId, "payment_intent.succeeded", succeeded))
                .then()
                .statusCode(204);

        Shop.read("ann", orderId).body("status", equalTo("PAID"));
    }

    @Test
    void anAuthorisationThatStripeCancelsByItselfCancelsTheOrder() {
        StoredOrder.captureAtShipment(dataSource, orderId);
        String created = String.valueOf(clock.instant().getEpochSecond());
        STRIPE.answers(200, named(intent(ANY, "requires_capture", 0)).replace("1680800504", created));
        String paymentId = Shop.pay("ann", orderId, "pm_card_visa")
                .then()
                .body("status", equalTo("AUTHORISED"))
                .extract()
                .path("id");

        String cancelled = named(intent(UUID.fromString(paymentId), "canceled", 0));
        send(event("evt_" + paymentId, "payment_intent.canceled", cancelled))
                .then()
                .statusCode(204);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> Shop.read("ann", orderId).body("status", equalTo("CANCELLED")));
        Shop.read("ann", orderId).body("reason", equalTo("PAYMENT_LAPSED"));
    }

    @Test
    void anEventOfSomebodyElseIsTakenAndForgotten() {
        String strangers = intent(ANY, "succeeded", 2_000).replace("\"default\"", "\"another\"");

        send(event("evt_stranger", "payment_intent.succeeded", strangers))
                .then()
                .statusCode(204);
    }

    @Test
    void theSimulatedProviderIsSwitchedOff() {
        Api.as(Tokens.operator())
                .get("/v1/simulated-provider/charges/{id}", UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("detail", equalTo("The simulated provider is switched off."));
        Api.as(Tokens.customer("ann"))
                .body(Map.of("outcome", "PASSED"))
                .post("/v1/simulated-provider/challenges/{id}", UUID.randomUUID())
                .then()
                .statusCode(404);
        Api.anonymous().body("{}").post("/v1/payment-webhooks/simulated").then().statusCode(404);
    }

    private String named(String intent) {
        return intent.replace(INTENT, reference);
    }

    private Response send(String body) {
        long seconds = clock.instant().getEpochSecond();
        try {
            String signature = Webhook.Util.computeHmacSha256(StripeTestSettings.SECRET, seconds + "." + body);
            return Api.anonymous()
                    .header("Stripe-Signature", "t=" + seconds + ",v1=" + signature)
                    .body(body)
                    .post("/v1/payment-webhooks/stripe");
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}

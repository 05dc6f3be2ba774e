package dev.vetrina.order.payment.stripe;

import static dev.vetrina.order.payment.stripe.StripeObjects.INTENT;
import static dev.vetrina.order.payment.stripe.StripeObjects.event;
import static dev.vetrina.order.payment.stripe.StripeObjects.intent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.net.Webhook;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.payment.provider.ProviderAnswer;
import dev.vetrina.order.payment.provider.ProviderEvent;
import dev.vetrina.order.payment.provider.ProviderReply;
import dev.vetrina.order.payment.provider.RefundAnswer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StripeEventsTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    private final UUID paymentId = UUID.randomUUID();
    private final StripePayments provider = new StripePayments(
            new StripeTestSettings(URI.create("http://localhost:1"), false), Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void aPaymentThatSucceededIsToldWithOurIdAlsoByAnotherApiVersion() {
        ProviderEvent read = read(event("evt_1", "payment_intent.succeeded", intent(paymentId, "succeeded", 2_000)));

        assertThat(read).isEqualTo(new ProviderEvent("evt_1", told(new ProviderAnswer.Captured(2_000))));
    }

    @Test
    void anAuthorisationThatStripeCancelsEndsWithWhatWasCapturedOfIt() {
        assertThat(read(event("evt_6", "payment_intent.canceled", intent(paymentId, "canceled", 0)))
                        .content())
                .isEqualTo(told(new ProviderAnswer.Cancelled()));
        assertThat(read(event("evt_7", "payment_intent.canceled", intent(paymentId, "canceled", 800)))
                        .content())
                .isEqualTo(told(new ProviderAnswer.Captured(800)));
    }

    @Test
    void aRefundThatFailedLaterIsToldWithBothIds() {
        UUID refundId = UUID.randomUUID();

        ProviderEvent read = read(event("evt_2", "refund.failed", StripeObjects.refund(paymentId, refundId, "failed")));

        assertThat(read.content())
                .isEqualTo(new ProviderEvent.RefundTold(
                        paymentId, refundId, new RefundAnswer.Failed("expired_or_canceled_card")));
    }

    @Test
    void whatOthersDoWithTheSameAccountIsNotOurs() {
        String strangers = intent(paymentId, "succeeded", 2_000).replace("\"default\"", "\"another\"");

        assertThat(read(event("evt_3", "payment_intent.succeeded", strangers)).content())
                .isEqualTo(new ProviderEvent.NotOurs());
        assertThat(read(event("evt_4", "customer.created", "{\"id\": \"cus_1\", \"object\": \"customer\"}"))
                        .content())
                .isEqualTo(new ProviderEvent.NotOurs());
    }

    @Test
    void aWrongMissingOrOldSignatureIsNotBelieved() {
        String body = event("evt_5", "payment_intent.succeeded", intent(paymentId, "succeeded", 2_000));

        assertRefused(body, signature(body, NOON.getEpochSecond(), "whsec_other"), "webhook-signature-invalid");
        assertRefused(body + " ", sign(body), "webhook-signature-invalid");
        assertRefused(body, null, "webhook-signature-invalid");
        assertRefused(
                body,
                signature(body, NOON.minusSeconds(301).getEpochSecond(), StripeTestSettings.SECRET),
                "webhook-signature-invalid");
    }

    @Test
    void aSignedBodyThatIsNoEventIsRefused() {
        assertRefused("{\"object\": ", sign("{\"object\": "), "webhook-unreadable");
    }

    private ProviderEvent.Content told(ProviderAnswer answer) {
        return new ProviderEvent.PaymentTold(paymentId, new ProviderReply(answer, INTENT));
    }

    private ProviderEvent read(String body) {
        return read(body, sign(body));
    }

    private ProviderEvent read(String body, @Nullable String signature) {
        return provider.webhook(
                body.getBytes(StandardCharsets.UTF_8), name -> name.equals("Stripe-Signature") ? signature : null);
    }

    private void assertRefused(String body, @Nullable String signature, String code) {
        assertThatThrownBy(() -> read(body, signature)).isInstanceOfSatisfying(ProblemException.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(400);
            assertThat(refusal.code()).isEqualTo(code);
        });
    }

    private static String sign(String body) {
        return signature(body, NOON.getEpochSecond(), StripeTestSettings.SECRET);
    }

    private static String signature(String body, long seconds, String secret) {
        try {
            return "t=" + seconds + ",v1=" + Webhook.Util.computeHmacSha256(secret, seconds + "." + body);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new AssertionError(e);
        }
    }
}

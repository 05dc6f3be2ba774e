package dev.vetrina.order.payment.stripe;

import static dev.vetrina.order.payment.stripe.StripeObjects.INTENT;
import static dev.vetrina.order.payment.stripe.StripeObjects.error;
import static dev.vetrina.order.payment.stripe.StripeObjects.intent;
import static dev.vetrina.order.payment.stripe.StripeObjects.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vetrina.events.Money;
import dev.vetrina.order.payment.provider.PaymentProvider.NoAnswerException;
import dev.vetrina.order.payment.provider.PaymentRequest;
import dev.vetrina.order.payment.provider.ProviderAnswer;
import dev.vetrina.order.payment.provider.ProviderReply;
import dev.vetrina.order.payment.provider.RefundAnswer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StripePaymentsTest {

    private static final UUID ORDER = UUID.randomUUID();

    private final FakeStripe stripe = new FakeStripe();
    private final UUID paymentId = UUID.randomUUID();
    private final StripePayments provider =
            new StripePayments(new StripeTestSettings(stripe.address(), false), Clock.systemUTC());

    @AfterEach
    void close() {
        stripe.close();
    }

    @Test
    void aPaymentIsMadeConfirmedAndCapturedInOneCallUnderOurKey() {
        stripe.answers(200, intent(paymentId, "succeeded", 2_000));

        ProviderReply reply = provider.authorise(payment(true, null));

        assertThat(reply).isEqualTo(new ProviderReply(new ProviderAnswer.Captured(2_000), INTENT));
        FakeStripe.Request asked = stripe.requests().getFirst();
        assertThat(asked.line()).isEqualTo("POST /v1/payment_intents");
        assertThat(asked.idempotencyKey()).isEqualTo("payment-" + paymentId);
        assertThat(asked.form())
                .containsEntry("amount", "2000")
                .containsEntry("currency", "gbp")
                .containsEntry("confirm", "true")
                .containsEntry("capture_method", "automatic")
                .containsEntry("payment_method", "pm_card_visa")
                .containsEntry("metadata[payment_id]", paymentId.toString());
    }

    @Test
    void anAuthorisationKnowsUntilWhenItCanBeCaptured() {
        stripe.answers(200, intent(paymentId, "requires_capture", 0));

        ProviderReply reply = provider.authorise(payment(false, null));

        assertThat(reply.answer())
                .isEqualTo(new ProviderAnswer.Authorised(
                        0, Instant.ofEpochSecond(1_680_800_504).plus(Duration.ofDays(7))));
        assertThat(stripe.requests().getFirst().form()).containsEntry("capture_method", "manual");
    }

    @Test
    void aDeclinedCardIsAnAnswer() {
        stripe.answers(
                402,
                error(
                        "card_error",
                        "card_declined",
                        ", \"decline_code\": \"insufficient_funds\", \"payment_intent\": "
                                + intent(paymentId, "requires_payment_method", 0)));

        assertThat(provider.authorise(payment(true, null)))
                .isEqualTo(new ProviderReply(new ProviderAnswer.Declined("insufficient_funds"), INTENT));
    }

    @Test
    void aPaymentMethodThatStripeDoesNotKnowIsDeclined() {
        stripe.answers(400, error("invalid_request_error", "resource_missing", ""));

        assertThat(provider.authorise(payment(true, null)).answer())
                .isEqualTo(new ProviderAnswer.Declined("resource_missing"));
    }

    @Test
    void aChallengeIsARedirectOrIsDoneWithTheClientSecret() {
        stripe.answers(
                        200,
                        intent(paymentId, "requires_action", 0, StripeObjects.redirect("https://hooks.stripe.com/3ds")))
                .answers(200, intent(paymentId, "requires_action", 0, "{\"type\": \"use_stripe_sdk\"}"));

        assertThat(provider.authorise(payment(true, null)).answer())
                .isEqualTo(new ProviderAnswer.ActionRequired("https://hooks.stripe.com/3ds", null));
        assertThat(provider.status(payment(true, INTENT)).answer())
                .isEqualTo(new ProviderAnswer.ActionRequired(null, INTENT + "_secret_YrKJUKribcBjcG8HVhfZluoGH"));
    }

    @Test
    void anAnswerThatIsLostAfterTheCaptureIsFoundByRepeatingTheRequestUnderItsKey() {
        stripe.losesItsAnswer().answers(200, intent(paymentId, "succeeded", 2_000));

        assertThatThrownBy(() -> provider.authorise(payment(true, null))).isInstanceOf(NoAnswerException.class);
        ProviderReply found = provider.status(payment(true, null));

        assertThat(found.answer()).isEqualTo(new ProviderAnswer.Captured(2_000));
        assertThat(stripe.requests())
                .hasSize(2)
                .allSatisfy(
                        asked -> assertThat(asked).isEqualTo(stripe.requests().getFirst()));
    }

    @Test
    void aKeyInUseTooManyRequestsAnErrorOfStripesOwnAndNonsenseLeaveItOpen() {
        stripe.answers(409, error("invalid_request_error", "idempotency_key_in_use", ""))
                .answers(429, error("invalid_request_error", "rate_limit", ""))
                .answers(500, error("api_error", "processing_error", ""))
                .answers(401, error("invalid_request_error", "api_key_expired", ""))
                .answers(200, "{\"id\": \"pi_1\", \"object\": ")
                .answers(200, "<html>");

        for (int i = 0; i < 6; i++) {
            assertThatThrownBy(() -> provider.authorise(payment(true, null))).isInstanceOf(NoAnswerException.class);
        }
    }

    @Test
    void aPaymentOfWhichNothingWasHeardIsCancelledWithoutBeingMadeFirst() {
        stripe.answers(200, intent(paymentId, "requires_confirmation", 0))
                .answers(200, intent(paymentId, "canceled", 0));

        assertThat(provider.cancel(payment(true, null)).answer()).isEqualTo(new ProviderAnswer.Cancelled());

        assertThat(stripe.requests().getFirst().idempotencyKey()).isEqualTo("payment-" + paymentId);
        assertThat(stripe.requests().getFirst().form()).doesNotContainKey("confirm");
        assertThat(stripe.requests().getLast().line()).isEqualTo("POST /v1/payment_intents/" + INTENT + "/cancel");
    }

    @Test
    void aPaymentOfWhichNothingWasHeardThatWasMadeAllTheSameIsFoundAndNotCancelledAfterItsCapture() {
        stripe.answers(400, error("idempotency_error", "idempotency_key_reused", ""))
                .answers(200, intent(paymentId, "succeeded", 2_000));

        assertThat(provider.cancel(payment(true, null)))
                .isEqualTo(new ProviderReply(new ProviderAnswer.Captured(2_000), INTENT));
        assertThat(stripe.requests().getLast().form()).containsEntry("confirm", "true");
    }

    @Test
    void aCancellationThatComesTooLateTellsTheCapture() {
        stripe.answers(400, error("invalid_request_error", "payment_intent_unexpected_state", ""))
                .answers(200, intent(paymentId, "succeeded", 2_000));

        assertThat(provider.cancel(payment(true, INTENT)).answer()).isEqualTo(new ProviderAnswer.Captured(2_000));
    }

    @Test
    void aCaptureIsAskedForOnceUnderItsOwnKey() {
        UUID captureId = UUID.randomUUID();
        stripe.answers(200, intent(paymentId, "succeeded", 1_500));

        ProviderReply reply = provider.capture(payment(false, INTENT), captureId, pounds(1_500), true);

        assertThat(reply.answer()).isEqualTo(new ProviderAnswer.Captured(1_500));
        assertThat(stripe.requests().getFirst().idempotencyKey()).isEqualTo("capture-" + captureId);
        assertThat(stripe.requests().getFirst().form())
                .containsEntry("amount_to_capture", "1500")
                .doesNotContainKey("final_capture");
    }

    @Test
    void aShipmentIsNotTheLastCaptureWhereTheAccountCanCaptureInParts() {
        var partly = new StripePayments(new StripeTestSettings(stripe.address(), true), Clock.systemUTC());
        stripe.answers(200, intent(paymentId, "requires_capture", 1_500));

        ProviderReply reply = partly.capture(payment(false, INTENT), UUID.randomUUID(), pounds(1_500), false);

        assertThat(reply.answer())
                .isInstanceOfSatisfying(
                        ProviderAnswer.Authorised.class,
                        authorised -> assertThat(authorised.captured()).isEqualTo(1_500));
        assertThat(stripe.requests().getFirst().form()).containsEntry("final_capture", "false");
    }

    @Test
    void aRefundIsLookedForBeforeItIsMade() {
        UUID refundId = UUID.randomUUID();
        stripe.answers(200, list(StripeObjects.refund(paymentId, UUID.randomUUID(), "succeeded")))
                .answers(200, StripeObjects.refund(paymentId, refundId, "succeeded"))
                .answers(200, list(StripeObjects.refund(paymentId, refundId, "succeeded")));

        RefundAnswer first = provider.refund(payment(true, INTENT), refundId, pounds(500));
        RefundAnswer again = provider.refund(payment(true, INTENT), refundId, pounds(500));

        assertThat(first).isEqualTo(new RefundAnswer.Succeeded("re_1Nispe2eZvKYlo2Cd31jOCgZ"));
        assertThat(again).isEqualTo(first);
        assertThat(stripe.requests())
                .filteredOn(asked -> asked.line().startsWith("POST"))
                .hasSize(1);
        assertThat(stripe.requests().get(1).idempotencyKey()).isEqualTo("refund-" + refundId);
        assertThat(stripe.requests().get(1).form())
                .containsEntry("amount", "500")
                .containsEntry("payment_intent", INTENT);
    }

    @Test
    void aRefundIsDoneRefusedPendingOrOpen() {
        stripe.answers(200, list()).answers(200, StripeObjects.refund(paymentId, paymentId, "pending"));
        assertThat(refund()).isInstanceOf(RefundAnswer.Pending.class);

        stripe.answers(200, list()).answers(200, StripeObjects.refund(paymentId, paymentId, "failed"));
        assertThat(refund()).isEqualTo(new RefundAnswer.Failed("expired_or_canceled_card"));

        stripe.answers(200, list()).answers(400, error("invalid_request_error", "charge_already_refunded", ""));
        assertThat(refund()).isEqualTo(new RefundAnswer.Failed("charge_already_refunded"));

        stripe.answers(200, list()).losesItsAnswer();
        assertThatThrownBy(this::refund).isInstanceOf(NoAnswerException.class);
    }

    private RefundAnswer refund() {
        return provider.refund(payment(true, INTENT), UUID.randomUUID(), pounds(500));
    }

    private PaymentRequest payment(boolean captureAtOnce, @Nullable String reference) {
        return new PaymentRequest(paymentId, ORDER, pounds(2_000), "pm_card_visa", captureAtOnce, reference);
    }

    private static Money pounds(long pence) {
        return new Money(pence, "GBP");
    }
}

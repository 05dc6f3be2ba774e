package dev.vetrina.order.payment.stripe;

import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.StripeError;
import dev.vetrina.order.payment.provider.PaymentProvider.NoAnswerException;
import dev.vetrina.order.payment.provider.ProviderAnswer;
import dev.vetrina.order.payment.provider.ProviderReply;
import dev.vetrina.order.payment.provider.RefundAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What Stripe's objects mean to us. */
record StripeAnswers(Duration authorisationLifetime) {

    ProviderReply of(PaymentIntent intent) {
        return new ProviderReply(answer(intent), intent.getId());
    }

    /** By https://docs.stripe.com/payments/paymentintents/lifecycle. */
    private ProviderAnswer answer(PaymentIntent intent) {
        return switch (String.valueOf(intent.getStatus())) {
            case "succeeded" -> new ProviderAnswer.Captured(amount(intent.getAmountReceived()));
            case "requires_capture" ->
                new ProviderAnswer.Authorised(
                        amount(intent.getAmountReceived()),
                        Instant.ofEpochSecond(amount(intent.getCreated())).plus(authorisationLifetime));
            case "requires_action" -> action(intent);
            case "processing" -> new ProviderAnswer.Pending();
            // What was captured of it before stays captured.
            case "canceled" ->
                amount(intent.getAmountReceived()) > 0
                        ? new ProviderAnswer.Captured(amount(intent.getAmountReceived()))
                        : new ProviderAnswer.Cancelled();
            case "requires_payment_method", "requires_confirmation" ->
                new ProviderAnswer.Declined(declineCode(intent.getLastPaymentError()));
            default -> throw new NoAnswerException("Stripe says " + intent.getStatus() + " of " + intent.getId());
        };
    }

    private static ProviderAnswer action(PaymentIntent intent) {
        PaymentIntent.NextAction action = intent.getNextAction();
        boolean redirect = action != null && action.getRedirectToUrl() != null;
        return redirect
                ? new ProviderAnswer.ActionRequired(action.getRedirectToUrl().getUrl(), null)
                : new ProviderAnswer.ActionRequired(null, intent.getClientSecret());
    }

    static String declineCode(StripeError error) {
        return Optional.ofNullable(error)
                .map(known -> known.getDeclineCode() == null ? known.getCode() : known.getDeclineCode())
                .orElse("card_declined");
    }

    /** @see <a href="https://docs.stripe.com/api/refunds/object">the refund's status</a> */
    static RefundAnswer of(Refund refund) {
        return switch (String.valueOf(refund.getStatus())) {
            case "succeeded" -> new RefundAnswer.Succeeded(refund.getId());
            case "pending", "requires_action" -> new RefundAnswer.Pending(refund.getId());
            case "failed", "canceled" ->
                new RefundAnswer.Failed(
                        Optional.ofNullable(refund.getFailureReason()).orElse(String.valueOf(refund.getStatus())));
            default -> throw new NoAnswerException("Stripe says " + refund.getStatus() + " of " + refund.getId());
        };
    }

    private static long amount(Long value) {
        return value == null ? 0 : value;
    }
}

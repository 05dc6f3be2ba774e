package dev.vetrina.order.payment.stripe;

import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentCreateParams.AutomaticPaymentMethods;
import com.stripe.param.PaymentIntentCreateParams.CaptureMethod;
import com.stripe.param.PaymentIntentCreateParams.PaymentMethodOptions;
import com.stripe.param.RefundCreateParams;
import dev.vetrina.events.Money;
import dev.vetrina.order.payment.provider.PaymentRequest;
import java.util.Locale;
import java.util.UUID;

/** What is sent to Stripe: for one id of ours always the same, as its idempotency demands. */
record StripeRequests(StripeSettings settings) {

    /** Made and confirmed in one call. */
    PaymentIntentCreateParams charge(PaymentRequest payment) {
        PaymentIntentCreateParams.Builder charge = draft(payment).setConfirm(true);
        settings.returnUrl().ifPresent(url -> charge.setReturnUrl(url.toString()));
        return charge.build();
    }

    /** The same without being confirmed, which moves no money. */
    PaymentIntentCreateParams placeholder(PaymentRequest payment) {
        return draft(payment).build();
    }

    private PaymentIntentCreateParams.Builder draft(PaymentRequest payment) {
        PaymentIntentCreateParams.Builder params = PaymentIntentCreateParams.builder()
                .setAmount(payment.amount().amount())
                .setCurrency(payment.amount().currency().toLowerCase(Locale.ROOT))
                .setPaymentMethod(payment.methodToken())
                .setCaptureMethod(payment.captureAtOnce() ? CaptureMethod.AUTOMATIC : CaptureMethod.MANUAL)
                .setAutomaticPaymentMethods(AutomaticPaymentMethods.builder()
                        .setEnabled(true)
                        .setAllowRedirects(
                                settings.returnUrl().isPresent()
                                        ? AutomaticPaymentMethods.AllowRedirects.ALWAYS
                                        : AutomaticPaymentMethods.AllowRedirects.NEVER)
                        .build())
                .putMetadata(StripeMetadata.INSTALLATION, settings.installation())
                .putMetadata(StripeMetadata.PAYMENT, payment.paymentId().toString())
                .putMetadata(StripeMetadata.ORDER, payment.orderId().toString());
        if (settings.multicapture() && !payment.captureAtOnce()) {
            params.setPaymentMethodOptions(PaymentMethodOptions.builder()
                    .setCard(PaymentMethodOptions.Card.builder()
                            .setRequestMulticapture(PaymentMethodOptions.Card.RequestMulticapture.IF_AVAILABLE)
                            .build())
                    .build());
        }
        return params;
    }

    PaymentIntentCaptureParams capture(Money amount, boolean last) {
        PaymentIntentCaptureParams.Builder params =
                PaymentIntentCaptureParams.builder().setAmountToCapture(amount.amount());
        if (settings.multicapture()) {
            params.setFinalCapture(last);
        }
        return params.build();
    }

    RefundCreateParams refund(PaymentRequest payment, String intentId, UUID refundId, Money amount) {
        return RefundCreateParams.builder()
                .setPaymentIntent(intentId)
                .setAmount(amount.amount())
                .putMetadata(StripeMetadata.INSTALLATION, settings.installation())
                .putMetadata(StripeMetadata.PAYMENT, payment.paymentId().toString())
                .putMetadata(StripeMetadata.REFUND, refundId.toString())
                .build();
    }

    static RequestOptions once(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }
}

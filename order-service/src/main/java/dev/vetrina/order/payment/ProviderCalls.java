package dev.vetrina.order.payment;

import dev.vetrina.order.lifecycle.Capture;
import dev.vetrina.order.lifecycle.Payment;
import dev.vetrina.order.lifecycle.Refund;
import dev.vetrina.order.payment.provider.PaymentProvider;
import dev.vetrina.order.payment.provider.PaymentProvider.NoAnswerException;
import dev.vetrina.order.payment.provider.PaymentRequest;
import dev.vetrina.order.payment.provider.ProviderAnswer;
import dev.vetrina.order.payment.provider.ProviderReply;
import dev.vetrina.order.payment.provider.RefundAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Asks the provider of a payment. However a call fails, money may have moved and nobody knows: that is an answer too, and
 * never an exception.
 */
@ApplicationScoped
class ProviderCalls {

    private static final Logger LOG = Logger.getLogger(ProviderCalls.class);
    private static final int LONGEST_ERROR = 300;

    private final PaymentProviders providers;

    ProviderCalls(PaymentProviders providers) {
        this.providers = providers;
    }

    ProviderReply authorise(Payment payment) {
        return askOf(payment, provider -> provider.authorise(request(payment)));
    }

    ProviderReply status(Payment payment) {
        return askOf(payment, provider -> provider.status(request(payment)));
    }

    ProviderReply cancel(Payment payment) {
        return askOf(payment, provider -> provider.cancel(request(payment)));
    }

    ProviderReply capture(Payment payment, Capture capture) {
        return askOf(
                payment,
                provider -> provider.capture(request(payment), capture.id(), capture.amount(), capture.last()));
    }

    RefundAnswer refund(Payment payment, Refund refund) {
        return ask(
                () -> providers.of(payment.terms().provider()).refund(request(payment), refund.id(), refund.amount()),
                RefundAnswer.NoAnswer::new);
    }

    private ProviderReply askOf(Payment payment, Function<PaymentProvider, ProviderReply> question) {
        return ask(
                () -> question.apply(providers.of(payment.terms().provider())),
                error -> ProviderReply.of(new ProviderAnswer.NoAnswer(error)));
    }

    private static <A> A ask(Supplier<A> question, Function<String, A> noAnswer) {
        try {
            return question.get();
        } catch (NoAnswerException e) {
            return noAnswer.apply(shortened(e));
        } catch (RuntimeException e) {
            LOG.warn("The payment provider's answer was not understood", e);
            return noAnswer.apply(shortened(e));
        }
    }

    private static String shortened(RuntimeException e) {
        String text = String.valueOf(e.getMessage());
        return text.substring(0, Math.min(text.length(), LONGEST_ERROR));
    }

    private static PaymentRequest request(Payment payment) {
        return new PaymentRequest(
                payment.id(),
                payment.orderId(),
                payment.terms().amount(),
                payment.terms().methodToken(),
                payment.terms().captureAtOnce(),
                payment.reference());
    }
}

package dev.vetrina.order.payment.provider;

import dev.vetrina.events.Money;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Whoever moves the money. */
public interface PaymentProvider {

    /** As it is named in the configuration, in the path of its webhooks, and with every payment of its. */
    String name();

    /** Whether it is configured: else it is not asked. */
    boolean ready();

    Capabilities capabilities();

    /**
     * Authorises, and captures with it if the payment says so.
     *
     * @throws NoAnswerException if nobody knows what came of it
     */
    ProviderReply authorise(PaymentRequest payment);

    /**
     * What became of a payment. A provider that cannot look one up without its own reference repeats the request under the same
     * key instead: that answers what the first one did, or does it now.
     *
     * @throws NoAnswerException if the provider cannot be reached
     */
    ProviderReply status(PaymentRequest payment);

    /**
     * Takes a part of what is authorised; the answer tells the total.
     *
     * @param last whether the rest is let go
     * @throws NoAnswerException if nobody knows what came of it
     */
    ProviderReply capture(PaymentRequest payment, UUID captureId, Money amount, boolean last);

    /**
     * Gives up what is not captured; afterwards it never will be, also if the provider had not heard of it.
     *
     * @return the final state, which is {@link ProviderAnswer.Captured} if it was too late
     * @throws NoAnswerException if the provider cannot be reached
     */
    ProviderReply cancel(PaymentRequest payment);

    /** @throws NoAnswerException if nobody knows what came of it */
    RefundAnswer refund(PaymentRequest payment, UUID refundId, Money amount);

    /**
     * Reads an event that the provider sent.
     *
     * @param header looks up a header of the request
     * @throws dev.vetrina.kit.problem.ProblemException 400 if its signature or its form is wrong
     */
    ProviderEvent webhook(byte[] body, Function<String, @Nullable String> header);

    /**
     * @param multicapture whether one authorisation can be captured in parts
     * @param authorisationLifetime how long an authorisation can be captured
     */
    record Capabilities(boolean multicapture, boolean partialRefunds, Duration authorisationLifetime) {}

    /** The provider did not answer in time, or not so that it can be understood. */
    final class NoAnswerException extends RuntimeException {
        public NoAnswerException(String message) {
            super(message);
        }

        public NoAnswerException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}

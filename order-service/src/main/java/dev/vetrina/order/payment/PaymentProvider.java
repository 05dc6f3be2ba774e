package dev.vetrina.order.payment;

import dev.vetrina.events.Money;
import java.util.UUID;

/**
 * Whoever moves the money. Every call names our payment's id, which is the provider's idempotency key: repeating a call
 * never charges or refunds twice. Called outside of transactions only.
 */
public interface PaymentProvider {

    /**
     * Authorises and captures.
     *
     * @throws NoAnswerException if nobody knows what came of it
     */
    ProviderAnswer pay(UUID paymentId, Money amount, String methodToken);

    /** @throws NoAnswerException if the provider cannot be reached */
    ProviderAnswer status(UUID paymentId);

    /**
     * Cancels what is not captured; afterwards it never will be.
     *
     * @return the final state, which is {@link ProviderAnswer.Captured} if it was too late
     * @throws NoAnswerException if the provider cannot be reached
     */
    ProviderAnswer cancel(UUID paymentId);

    /** @throws NoAnswerException if nobody knows what came of it */
    ProviderAnswer refund(UUID paymentId);

    /** The provider did not answer in time. */
    final class NoAnswerException extends RuntimeException {
        public NoAnswerException(String message) {
            super(message);
        }
    }
}

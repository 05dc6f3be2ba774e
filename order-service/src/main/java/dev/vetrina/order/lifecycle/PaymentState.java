package dev.vetrina.order.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a payment stands.
 *
 * @param reference the provider's own id of it
 * @param unwanted the order is not paid by it although the provider secured the money
 */
record PaymentState(
        PaymentStatus status,
        @Nullable String reference,
        @Nullable String declineCode,
        @Nullable NextAction action,
        @Nullable Instant authorisedUntil,
        boolean unwanted) {

    static PaymentState started() {
        return new PaymentState(PaymentStatus.PROCESSING, null, null, null, null, false);
    }

    /** What was asked of the buyer belongs to the state before. */
    PaymentState with(PaymentStatus next) {
        return new PaymentState(next, reference, declineCode, null, authorisedUntil, unwanted);
    }

    PaymentState referredTo(@Nullable String providerReference) {
        return providerReference == null
                ? this
                : new PaymentState(status, providerReference, declineCode, action, authorisedUntil, unwanted);
    }

    PaymentState declined(String code) {
        return new PaymentState(status, reference, code, action, authorisedUntil, unwanted);
    }

    PaymentState waitingFor(NextAction next) {
        return new PaymentState(status, reference, declineCode, next, authorisedUntil, unwanted);
    }

    PaymentState authorisedUntil(@Nullable Instant end) {
        return new PaymentState(status, reference, declineCode, action, end, unwanted);
    }

    PaymentState notWanted() {
        return new PaymentState(status, reference, declineCode, action, authorisedUntil, true);
    }
}

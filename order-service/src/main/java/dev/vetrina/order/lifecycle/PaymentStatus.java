package dev.vetrina.order.lifecycle;

import java.util.Set;

/** The states of a payment attempt and what may follow each. */
public enum PaymentStatus {
    /** The provider was asked and has not answered. */
    PROCESSING,
    /** The buyer must do something, such as a 3-D Secure challenge. */
    REQUIRES_ACTION,
    /** The provider's answer was lost; it is asked again until it tells. */
    UNKNOWN,
    CAPTURED,
    DECLINED,
    /** Cancelled at the provider because the hold ended. */
    CANCELLED,
    /** Captured, but the order could not be kept: the money goes back. */
    REFUNDING,
    REFUNDED;

    boolean canBecome(PaymentStatus next) {
        return followers().contains(next);
    }

    /** Whether its outcome is still to come: an order has at most one such attempt. */
    public boolean open() {
        return this == PROCESSING || this == REQUIRES_ACTION || this == UNKNOWN;
    }

    /** Whether the provider has not told anything of it. */
    public boolean unanswered() {
        return this == PROCESSING || this == UNKNOWN;
    }

    private Set<PaymentStatus> followers() {
        return switch (this) {
            case PROCESSING, UNKNOWN, REQUIRES_ACTION ->
                Set.of(PROCESSING, REQUIRES_ACTION, UNKNOWN, CAPTURED, DECLINED, CANCELLED, REFUNDING);
            // A hold that ended gave up on it, and then the provider had captured it after all.
            case CANCELLED -> Set.of(CAPTURED, REFUNDING);
            case REFUNDING -> Set.of(REFUNDED);
            case CAPTURED, DECLINED, REFUNDED -> Set.of();
        };
    }
}

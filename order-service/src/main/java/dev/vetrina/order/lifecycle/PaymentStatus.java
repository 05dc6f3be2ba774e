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
    /** The money is reserved, and nothing or only a part of it is captured. */
    AUTHORISED,
    /** Captured as far as it ever will be. */
    CAPTURED,
    DECLINED,
    /** Given up at the provider before anything was captured. */
    CANCELLED;

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

    /** Whether the money is reserved or taken. */
    public boolean secured() {
        return this == AUTHORISED || this == CAPTURED;
    }

    private Set<PaymentStatus> followers() {
        return switch (this) {
            case PROCESSING, UNKNOWN, REQUIRES_ACTION ->
                Set.of(PROCESSING, REQUIRES_ACTION, UNKNOWN, AUTHORISED, CAPTURED, DECLINED, CANCELLED);
            // We gave it up, or the bank refused it at first, and then the provider had taken the money after all.
            case CANCELLED, DECLINED -> Set.of(AUTHORISED, CAPTURED);
            case AUTHORISED -> Set.of(CAPTURED, CANCELLED);
            case CAPTURED -> Set.of();
        };
    }
}

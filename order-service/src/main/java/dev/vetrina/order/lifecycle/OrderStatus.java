package dev.vetrina.order.lifecycle;

import java.util.Set;

/** The states of an order and what may follow each. */
public enum OrderStatus {
    /** Stock is held until the order's {@code reservedUntil}. */
    PENDING_PAYMENT,
    PAID,
    /** Before it was paid, or every part of it afterwards. */
    CANCELLED,
    /** Every part is delivered or cancelled, and at least one is delivered. */
    COMPLETED,
    /** Not paid in time. A payment that arrives later still wins if there is stock. */
    EXPIRED;

    /** Whether its buyer has paid and gets something for it. */
    public boolean kept() {
        return this == PAID || this == COMPLETED;
    }

    boolean canBecome(OrderStatus next) {
        return followers().contains(next);
    }

    private Set<OrderStatus> followers() {
        return switch (this) {
            case PENDING_PAYMENT -> Set.of(PAID, CANCELLED, EXPIRED);
            case EXPIRED -> Set.of(PAID);
            case PAID -> Set.of(CANCELLED, COMPLETED);
            case CANCELLED, COMPLETED -> Set.of();
        };
    }
}

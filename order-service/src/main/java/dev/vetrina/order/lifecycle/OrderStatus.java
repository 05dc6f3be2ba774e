package dev.vetrina.order.lifecycle;

import java.util.Set;

/** The states of an order and what may follow each. */
public enum OrderStatus {
    /** Stock is held until the order's {@code reservedUntil}. */
    PENDING_PAYMENT,
    PAID,
    CANCELLED,
    /** Not paid in time. A payment that arrives later still wins if there is stock. */
    EXPIRED;

    boolean canBecome(OrderStatus next) {
        return followers().contains(next);
    }

    private Set<OrderStatus> followers() {
        return switch (this) {
            case PENDING_PAYMENT -> Set.of(PAID, CANCELLED, EXPIRED);
            case EXPIRED -> Set.of(PAID);
            case PAID, CANCELLED -> Set.of();
        };
    }
}

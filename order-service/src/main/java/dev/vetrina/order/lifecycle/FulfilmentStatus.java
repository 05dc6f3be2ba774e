package dev.vetrina.order.lifecycle;

import java.util.Set;

/** The states of a brand's part of an order and what may follow each. */
public enum FulfilmentStatus {
    /** Never stored: the order is not paid yet. */
    AWAITING_PAYMENT,
    AWAITING_CONFIRMATION,
    CONFIRMED,
    PARTIALLY_SHIPPED,
    /** Nothing is left to ship. */
    SHIPPED,
    /** Everything that was shipped has arrived, and nothing is left to ship. */
    DELIVERED,
    /** Nothing was shipped, and nothing will be. */
    CANCELLED;

    public boolean canBecome(FulfilmentStatus next) {
        return followers().contains(next);
    }

    /** Whether the brand has something to do with it. */
    public boolean underWay() {
        return !followers().isEmpty();
    }

    private Set<FulfilmentStatus> followers() {
        return switch (this) {
            case AWAITING_PAYMENT -> Set.of(AWAITING_CONFIRMATION, CANCELLED);
            case AWAITING_CONFIRMATION -> Set.of(CONFIRMED, CANCELLED);
            case CONFIRMED -> Set.of(PARTIALLY_SHIPPED, SHIPPED, CANCELLED);
            // Its rest may be cancelled after everything else has arrived.
            case PARTIALLY_SHIPPED -> Set.of(SHIPPED, DELIVERED);
            case SHIPPED -> Set.of(DELIVERED);
            case DELIVERED, CANCELLED -> Set.of();
        };
    }

    /** The state as it is shown: before its order is paid, there is nothing to confirm. */
    public FulfilmentStatus shown(OrderStatus order) {
        if (this != AWAITING_CONFIRMATION) {
            return this;
        }
        return switch (order) {
            case PENDING_PAYMENT -> AWAITING_PAYMENT;
            case CANCELLED, EXPIRED -> CANCELLED;
            case PAID, COMPLETED -> this;
        };
    }
}

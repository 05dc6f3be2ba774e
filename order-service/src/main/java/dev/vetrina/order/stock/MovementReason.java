package dev.vetrina.order.stock;

/** Why a counter changed. */
public enum MovementReason {
    /** An import named the quantity. */
    DECLARED,
    RECEIVED,
    CORRECTION,
    DAMAGED,
    RETURNED,
    /** An order was placed and waits for its payment. */
    HELD,
    /** Its payment succeeded. */
    SOLD,
    /** It was cancelled or expired. */
    RELEASED,
    /** It was paid after its hold had ended, and there still was stock. */
    SOLD_LATE,
    /** Set aside for a deal. */
    DEAL_ARMED,
    /** The deal is over, and nobody bought them. */
    DEAL_RETURNED
}

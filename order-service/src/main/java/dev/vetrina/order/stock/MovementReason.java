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
    /** It was paid and then cancelled before it was shipped. */
    CANCELLED,
    /** It came back from its buyer and can be sold again. */
    TAKEN_BACK,
    /** It came back from its buyer and cannot be sold again. */
    WRITTEN_OFF
}

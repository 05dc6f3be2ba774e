package dev.vetrina.order.stock;

/** Why a counter changed. */
public enum MovementReason {
    /** An import named the quantity. */
    DECLARED,
    RECEIVED,
    CORRECTION,
    /** What was counted on the shelf. */
    STOCKTAKE,
    DAMAGED,
    LOST,
    FOUND,
    /** A customer's return arrived and is on sale again as a new unit. */
    RETURNED,
    SENT_BACK_TO_SUPPLIER,
    /** Between two pools of the variant: the sum over both is zero. */
    TRANSFERRED,
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
    DEAL_RETURNED,
    /** Kept for somebody who waited. */
    OFFERED,
    /** The offer was declined or has expired, or its order holds the units from now on. */
    OFFER_ENDED,
    /** It was paid and then cancelled before it was shipped. */
    CANCELLED,
    /** It came back from its buyer and can be sold again. */
    TAKEN_BACK,
    /** Units of test orders, which do not exist. */
    SANDBOX_FILLED,
    /** It came back from its buyer and cannot be sold again. */
    WRITTEN_OFF
}

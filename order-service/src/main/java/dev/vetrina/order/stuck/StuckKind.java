package dev.vetrina.order.stuck;

/** What of an order does not move. */
enum StuckKind {
    /** The provider does not tell what became of a payment. */
    PAYMENT_UNKNOWN,
    /** Money is reserved for an order that is not paid by it, and the provider does not let it go. */
    CANCELLATION_DUE,
    /** What is authorised should be captured, as the authorisation ends. */
    AUTHORISATION_ENDS,
    /** Goods have left, and the provider let the money go that was reserved for them. */
    AUTHORISATION_LOST,
    CAPTURE_UNDER_WAY,
    CAPTURE_FAILED,
    REFUND_UNDER_WAY,
    REFUND_FAILED,
    /** The stock of an unpaid order is held for longer than its time. */
    HOLD_PAST_ITS_END
}

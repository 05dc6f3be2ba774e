package dev.vetrina.order.stuck;

/** What of an order does not move. */
enum StuckKind {
    /** The provider does not tell what became of a payment. */
    PAYMENT_UNKNOWN,
    /** Money is reserved that nobody will take, as the order is not paid by it or was cancelled, and the provider keeps it. */
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
    HOLD_PAST_ITS_END,
    /** A brand did not confirm a part, or did not ship it, in its time, and it is not cancelled for that. */
    BRAND_OVERDUE
}

package dev.vetrina.order.lifecycle;

/** Why money goes back. */
public enum RefundReason {
    /** A part of the order, or all of it, was cancelled after it was paid. */
    CANCELLED,
    RETURNED,
    FAULTY,
    NOT_DELIVERED,
    GOODWILL,
    /** The payment came too late: the hold had ended and the stock was gone, or another attempt had paid. */
    ORDER_NOT_KEPT,
    OTHER
}

package dev.vetrina.live.statistics;

/**
 * How many orders of a session took each step.
 *
 * @param declined refused payment attempts; an order may have several and be paid in the end
 * @param cancelled before they were paid: one that is cancelled afterwards stays a paid one
 */
record OrderTally(long placed, long paid, long declined, long cancelled, long expired, long units) {

    static final OrderTally NONE = new OrderTally(0, 0, 0, 0, 0, 0);

    /** Orders that may still be paid. */
    long open() {
        return placed - paid - cancelled - expired;
    }
}

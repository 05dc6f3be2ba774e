package dev.vetrina.live.statistics;

/**
 * How many orders of a session took each step.
 *
 * @param declined refused payment attempts; an order may have several and be paid in the end
 * @param cancelled before they were paid: one that is cancelled afterwards stays a paid one
 */
record OrderTally(long placed, long paid, long declined, long cancelled, long expired, long units) {

    static final OrderTally NONE = new OrderTally(0, 0, 0, 0, 0, 0);
    static final OrderTally PLACED = new OrderTally(1, 0, 0, 0, 0, 0);
    static final OrderTally PAID = new OrderTally(0, 1, 0, 0, 0, 0);
    static final OrderTally DECLINED = new OrderTally(0, 0, 1, 0, 0, 0);
    static final OrderTally CANCELLED = new OrderTally(0, 0, 0, 1, 0, 0);
    static final OrderTally REVIVED = new OrderTally(0, 0, 0, 0, -1, 0);
    static final OrderTally EXPIRED = new OrderTally(0, 0, 0, 0, 1, 0);

    /** Units that were paid; the order of which they are is counted apart. */
    static OrderTally ofUnits(long units) {
        return new OrderTally(0, 0, 0, 0, 0, units);
    }

    OrderTally plus(OrderTally other) {
        return new OrderTally(
                placed + other.placed,
                paid + other.paid,
                declined + other.declined,
                cancelled + other.cancelled,
                expired + other.expired,
                units + other.units);
    }

    /** Orders that may still be paid. */
    long open() {
        return placed - paid - cancelled - expired;
    }
}

package dev.vetrina.localstack.bench.checkout;

/**
 * What became of one press of the button.
 *
 * @param begunNanos when it was due, from the beginning of the sale: one that had to wait for a free connection has waited
 * @param tookNanos from then to the last byte of the last answer
 * @param answer {@link #PAID}, the code of the problem, the status where there is none, or {@link #NO_ANSWER}
 * @param orderId empty unless an order was placed
 */
record Purchase(long begunNanos, long tookNanos, String answer, String orderId) {

    static final String PAID = "paid";
    static final String NO_ANSWER = "no answer";

    boolean isPaid() {
        return answer.equals(PAID);
    }

    long endedNanos() {
        return begunNanos + tookNanos;
    }
}

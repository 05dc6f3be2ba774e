package dev.vetrina.order.lifecycle;

/**
 * The amounts of one payment in minor units. Always refunded + refunding ≤ captured and captured + released ≤ amount; the
 * table checks the same.
 */
final class PaymentAmounts {

    private final long amount;
    private long captured;
    private long released;
    private long refunded;
    private long refunding;

    PaymentAmounts(long amount, long captured, long released, long refunded, long refunding) {
        this.amount = amount;
        this.captured = captured;
        this.released = released;
        this.refunded = refunded;
        this.refunding = refunding;
    }

    static PaymentAmounts of(long amount) {
        return new PaymentAmounts(amount, 0, 0, 0, 0);
    }

    /**
     * Takes note of the provider's total. An older, lower one that comes late changes nothing. What was to be left alone and was
     * captured all the same is captured, and not released any more: whoever takes note of it sends it back.
     */
    boolean captured(long total) {
        if (total > amount) {
            throw new IllegalStateException("the provider captured " + total + " of " + amount);
        }
        boolean more = total > captured;
        captured = Math.max(captured, total);
        released = Math.min(released, amount - captured);
        return more;
    }

    /** Gives up a part that is not captured: it never will be. */
    void release(long part) {
        require(part > 0 && part <= amount - captured - released, "released", part);
        released += part;
    }

    void refund(long part) {
        require(part > 0 && part <= refundable(), "refunded", part);
        refunding += part;
    }

    void refundSucceeded(long part) {
        require(part <= refunding, "done", part);
        refunding -= part;
        refunded += part;
    }

    void refundFailed(long part) {
        require(part <= refunding, "failed", part);
        refunding -= part;
    }

    /** A refund that the provider had confirmed was sent back by the bank. */
    void refundReturned(long part) {
        require(part <= refunded, "returned", part);
        refunded -= part;
    }

    private void require(boolean rule, String what, long part) {
        if (!rule) {
            throw new IllegalStateException(part + " cannot be " + what + ": " + this);
        }
    }

    long refundable() {
        return captured - refunded - refunding;
    }

    long captured() {
        return captured;
    }

    long released() {
        return released;
    }

    long refunded() {
        return refunded;
    }

    long refunding() {
        return refunding;
    }

    @Override
    public String toString() {
        return "of %d captured %d, released %d, refunded %d, refunding %d"
                .formatted(amount, captured, released, refunded, refunding);
    }
}

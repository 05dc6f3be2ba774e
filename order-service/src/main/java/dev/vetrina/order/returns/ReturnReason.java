package dev.vetrina.order.returns;

/** Why goods come back. */
public enum ReturnReason {
    FAULTY(true),
    DAMAGED(true),
    WRONG_ITEM(true),
    NOT_AS_DESCRIBED(true),
    NO_LONGER_WANTED(false),
    TOO_SMALL(false),
    TOO_LARGE(false),
    /** The consumer withdrew from the contract. */
    WITHDRAWN(true);

    private final boolean withShipping;

    ReturnReason(boolean withShipping) {
        this.withShipping = withShipping;
    }

    /** Whether the shipping is given back too when nothing of the part stays with the buyer. */
    boolean withShipping() {
        return withShipping;
    }
}

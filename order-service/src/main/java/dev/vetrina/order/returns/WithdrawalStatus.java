package dev.vetrina.order.returns;

/** The two steps of a withdrawal. */
enum WithdrawalStatus {
    /** Filled in, and not declared: the consumer has yet to confirm it. */
    PREPARED,
    DECLARED
}

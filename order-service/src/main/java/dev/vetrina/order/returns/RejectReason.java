package dev.vetrina.order.returns;

/** Why a brand does not take goods back. */
public enum RejectReason {
    NOT_RETURNABLE,
    WORN,
    NOT_FAULTY,
    WRONG_GOODS,
    OTHER
}

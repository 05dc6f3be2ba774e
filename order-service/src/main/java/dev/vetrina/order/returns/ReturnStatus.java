package dev.vetrina.order.returns;

import java.util.Set;

/** The states of a return and what may follow each. */
public enum ReturnStatus {
    REQUESTED,
    /** The goods may be sent. */
    APPROVED,
    REJECTED,
    /** The goods are back, and their price goes back. */
    RECEIVED;

    boolean canBecome(ReturnStatus next) {
        return followers().contains(next);
    }

    /** Whether its goods may still come. */
    boolean underWay() {
        return this == REQUESTED || this == APPROVED;
    }

    private Set<ReturnStatus> followers() {
        return switch (this) {
            case REQUESTED -> Set.of(APPROVED, REJECTED);
            case APPROVED -> Set.of(RECEIVED);
            case REJECTED, RECEIVED -> Set.of();
        };
    }
}

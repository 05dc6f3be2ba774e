package dev.vetrina.order.lifecycle;

import java.util.Set;

/** The states of a refund or a capture and what may follow each. */
public enum TransferStatus {
    REQUESTED,
    /** The provider's answer was lost, or it is still at work; the same request is repeated until it tells. */
    UNKNOWN,
    SUCCEEDED,
    FAILED;

    boolean canBecome(TransferStatus next) {
        return followers().contains(next);
    }

    public boolean underWay() {
        return this == REQUESTED || this == UNKNOWN;
    }

    private Set<TransferStatus> followers() {
        return switch (this) {
            case REQUESTED, UNKNOWN -> Set.of(UNKNOWN, SUCCEEDED, FAILED);
            // Banks send money back days after a provider confirmed a refund.
            case SUCCEEDED -> Set.of(FAILED);
            case FAILED -> Set.of();
        };
    }
}

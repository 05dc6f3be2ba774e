package dev.vetrina.order.deal;

/** The states of a deal and what may follow each. Whether it is sold out or its clock stands still is told beside it. */
enum DealStatus {
    /** Its units are set aside; the countdown runs. */
    ARMED,
    OPEN,
    CLOSED,
    REJECTED,
    /** Taken back before it was asked for: its request, when it comes, is rejected. */
    WITHDRAWN;

    boolean running() {
        return this == ARMED || this == OPEN;
    }

    boolean canBecome(DealStatus next) {
        return switch (this) {
            case ARMED -> next == OPEN || next == CLOSED;
            case OPEN -> next == CLOSED;
            case WITHDRAWN -> next == REJECTED;
            case CLOSED, REJECTED -> false;
        };
    }
}

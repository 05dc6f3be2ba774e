package dev.vetrina.order.stock;

/** Where a place in a line stands. */
public enum WaiterStatus {
    WAITING,
    /** Units are kept for it. */
    OFFERED,
    BOUGHT,
    DECLINED,
    EXPIRED,
    LEFT,
    /** The deal for which it waited is over. */
    ENDED;

    public boolean canBecome(WaiterStatus next) {
        return switch (this) {
            case WAITING -> next == OFFERED || next == LEFT || next == ENDED;
            case OFFERED -> next == BOUGHT || next == DECLINED || next == EXPIRED || next == LEFT;
            case BOUGHT, DECLINED, EXPIRED, LEFT, ENDED -> false;
        };
    }
}

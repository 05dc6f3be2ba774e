package dev.vetrina.order.lifecycle;

import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** Payments, captures and refunds of one order, as many as anybody claims. */
public final class DueWithoutEnd extends DueWork {

    private final UUID orderId;

    @SuppressWarnings("NullAway")
    public DueWithoutEnd(UUID orderId) {
        super(null, null);
        this.orderId = orderId;
    }

    @Override
    public List<Due> claim(Kind kind, int limit) {
        return Collections.nCopies(limit, new Due(orderId, orderId));
    }

    @Override
    public List<Due> claimOf(UUID ofOrder, Kind kind) {
        return claim(kind, 1);
    }
}

package dev.vetrina.order.payment;

import dev.vetrina.order.lifecycle.DueWork.Due;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Executes no refund, and notes of which orders it should have. */
public final class RefundsNoted extends Refunds {

    private final List<UUID> orders = new ArrayList<>();

    @SuppressWarnings("NullAway")
    public RefundsNoted() {
        super(null, null, null, null);
    }

    @Override
    public void execute(UUID orderId) {
        orders.add(orderId);
    }

    @Override
    void execute(Due due) {
        throw new UnsupportedOperationException("nobody but the janitor claims one refund");
    }

    public List<UUID> orders() {
        return orders;
    }
}

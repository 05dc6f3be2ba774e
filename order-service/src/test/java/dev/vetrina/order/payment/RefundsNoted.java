package dev.vetrina.order.payment;

import dev.vetrina.order.lifecycle.DueWork.Due;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Executes no refund, and notes of which orders it should have. */
public final class RefundsNoted extends Refunds {

    private final List<UUID> orders = new CopyOnWriteArrayList<>();

    @SuppressWarnings("NullAway")
    public RefundsNoted() {
        super(null, null, null, null);
    }

    @Override
    public void execute(UUID orderId) {
        orders.add(orderId);
    }

    @Override
    public void begin(UUID orderId) {
        orders.add(orderId);
    }

    @Override
    void execute(Due due) {
        orders.add(due.orderId());
    }

    public List<UUID> orders() {
        return orders;
    }
}

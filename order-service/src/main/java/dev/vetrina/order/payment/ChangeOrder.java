package dev.vetrina.order.payment;

import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.OrderRows;
import java.util.UUID;
import java.util.function.BiFunction;

/** A change of one order's captures or refunds that moves no stock. */
record ChangeOrder<R>(UUID orderId, BiFunction<Order, Batch, R> change) implements OrderDraft<R> {

    @Override
    public R take(Batch batch) {
        Order order = OrderRows.get(batch, orderId);
        R outcome = change.apply(order, batch);
        return outcome;
    }
}

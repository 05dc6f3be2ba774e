package dev.vetrina.order.checkout;

import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.commit.Draft;
import dev.vetrina.order.commit.HeldStock;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.OrderStatus;
import java.util.Set;
import java.util.UUID;

/** Gives an unpaid order up and its stock back. Harmless when it is cancelled already. */
record CancelOrder(UUID orderId, String reason) implements Draft<Order> {

    @Override
    public Set<UUID> orders() {
        return Set.of(orderId);
    }

    @Override
    public Set<UUID> variants(Batch batch) {
        return batch.variantsOf(orderId);
    }

    @Override
    public Order take(Batch batch) {
        Order order = batch.order(orderId);
        if (order.status() != OrderStatus.CANCELLED) {
            batch.publish(order.cancel(reason, batch.now()));
            batch.change(order);
            HeldStock.release(batch, order);
        }
        return order;
    }
}

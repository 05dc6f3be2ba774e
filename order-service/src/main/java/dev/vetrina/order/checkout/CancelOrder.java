package dev.vetrina.order.checkout;

import dev.vetrina.order.claim.OrderClaims;
import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.commit.Draft;
import dev.vetrina.order.commit.Needs;
import dev.vetrina.order.lifecycle.Actor;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.OrderRows;
import dev.vetrina.order.lifecycle.OrderStatus;
import dev.vetrina.order.lifecycle.Timeline;
import java.util.UUID;

/** Gives an unpaid order up and its stock back. Harmless when it is cancelled already. */
record CancelOrder(UUID orderId, String reason, Actor by) implements Draft<Order> {

    @Override
    public void needs(Needs needs, Batch batch) {
        OrderClaims.need(needs, batch, orderId);
    }

    @Override
    public Order take(Batch batch) {
        Order order = OrderRows.get(batch, orderId);
        if (order.status() != OrderStatus.CANCELLED) {
            Timeline.tell(batch, order.cancel(reason, batch.now()), by);
            OrderClaims.release(batch, order);
        }
        return order;
    }
}

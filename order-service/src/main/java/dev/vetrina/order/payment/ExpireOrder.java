package dev.vetrina.order.payment;

import dev.vetrina.order.claim.OrderClaims;
import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.commit.Draft;
import dev.vetrina.order.commit.Needs;
import dev.vetrina.order.lifecycle.Actor;
import dev.vetrina.order.lifecycle.HoldClock;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.OrderRows;
import dev.vetrina.order.lifecycle.OrderStatus;
import dev.vetrina.order.lifecycle.Timeline;
import java.util.UUID;

/**
 * Ends a hold that nobody paid in time. That its time is over is decided here: a pause may have come since it was claimed.
 *
 * @param evenIfPaymentOpen the provider stayed silent for so long that the stock is no longer kept for it
 * @param testEarly whether a test order does not wait for its time
 */
record ExpireOrder(UUID orderId, boolean evenIfPaymentOpen, boolean testEarly) implements Draft<Boolean> {

    ExpireOrder(UUID orderId, boolean evenIfPaymentOpen) {
        this(orderId, evenIfPaymentOpen, false);
    }

    @Override
    public void needs(Needs needs, Batch batch) {
        OrderClaims.need(needs, batch, orderId);
        batch.find(OrderRows.ORDERS, orderId).ifPresent(order -> HoldClock.need(needs, order));
    }

    /** Returns whether it expired now. */
    @Override
    public Boolean take(Batch batch) {
        Order order = OrderRows.get(batch, orderId);
        if (!over(batch, order) || (order.openPayment().isPresent() && !evenIfPaymentOpen)) {
            return false;
        }
        Timeline.tell(batch, order.expire(batch.now()), Actor.SYSTEM);
        OrderClaims.release(batch, order);
        return true;
    }

    private boolean over(Batch batch, Order order) {
        boolean early = testEarly && order.origin().test() && order.status() == OrderStatus.PENDING_PAYMENT;
        return early || HoldClock.over(batch, order);
    }
}

package dev.vetrina.order.payment;

import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.commit.Draft;
import dev.vetrina.order.commit.HeldStock;
import dev.vetrina.order.lifecycle.Order;
import java.util.Set;
import java.util.UUID;

/**
 * Ends a hold that nobody paid in time.
 *
 * @param evenIfPaymentOpen the provider stayed silent for so long that the stock is no longer kept for it
 */
record ExpireOrder(UUID orderId, boolean evenIfPaymentOpen) implements Draft<Boolean> {

    @Override
    public Set<UUID> orders() {
        return Set.of(orderId);
    }

    @Override
    public Set<UUID> variants(Batch batch) {
        return batch.variantsOf(orderId);
    }

    /** Returns whether it expired now. */
    @Override
    public Boolean take(Batch batch) {
        Order order = batch.order(orderId);
        if (!order.due(batch.now()) || (order.openPayment().isPresent() && !evenIfPaymentOpen)) {
            return false;
        }
        batch.publish(order.expire(batch.now()));
        batch.change(order);
        HeldStock.release(batch, order);
        return true;
    }
}

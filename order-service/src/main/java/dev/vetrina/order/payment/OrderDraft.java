package dev.vetrina.order.payment;

import dev.vetrina.order.claim.OrderClaims;
import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.commit.Draft;
import dev.vetrina.order.commit.Needs;
import dev.vetrina.order.lifecycle.OrderRows;
import java.util.UUID;

/** A draft that changes one order. */
interface OrderDraft<R> extends Draft<R> {

    UUID orderId();

    /** Whether it may sell or release what the order claims. */
    default boolean movesStock() {
        return false;
    }

    @Override
    default void needs(Needs needs, Batch batch) {
        if (movesStock()) {
            OrderClaims.need(needs, batch, orderId());
        } else {
            needs.add(OrderRows.ORDERS, orderId());
        }
    }
}

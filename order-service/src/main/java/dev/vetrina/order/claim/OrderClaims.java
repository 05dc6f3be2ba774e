package dev.vetrina.order.claim;

import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.commit.Needs;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.OrderRows;
import java.util.UUID;

/** Everything that an order takes up while it may still be paid: kept, given back or used up together. */
public final class OrderClaims {

    private OrderClaims() {}

    /** Asks for an order and, once it is there, for all that it claims. */
    public static void need(Needs needs, Batch batch, UUID orderId) {
        OrderRows.needWithStock(needs, batch, orderId);
    }

    /** The order is given up before it was paid. */
    public static void release(Batch batch, Order order) {
        HeldStock.release(batch, order);
    }

    /** The order is paid. */
    public static void sell(Batch batch, Order order) {
        HeldStock.sell(batch, order);
    }

    /** Claims again for an order whose hold has ended. Returns whether everything was still there; else nothing changes. */
    public static boolean sellAgain(Batch batch, Order order) {
        return HeldStock.sellAgain(batch, order);
    }
}

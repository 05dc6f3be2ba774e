package dev.vetrina.order.checkout;

import dev.vetrina.order.lifecycle.BrandPart;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.OrderLine;
import dev.vetrina.order.lifecycle.OrderOrigin;
import dev.vetrina.order.lifecycle.OrderTerms;
import dev.vetrina.order.lifecycle.ShippingAddress;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What an order will be once its stock is held: every amount is settled. */
record PricedOrder(
        UUID id,
        OrderOrigin origin,
        OrderTerms terms,
        List<OrderLine> lines,
        List<BrandPart> parts,
        ShippingAddress address,
        Instant pricedAt) {

    /** A new order each time: what became of one that was rolled back must not be in the next. */
    Order place() {
        return Order.place(id, origin, terms, lines, parts, address, pricedAt);
    }
}

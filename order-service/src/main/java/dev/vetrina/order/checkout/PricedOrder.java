package dev.vetrina.order.checkout;

import dev.vetrina.order.lifecycle.BrandPart;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.OrderLine;
import dev.vetrina.order.lifecycle.OrderOrigin;
import dev.vetrina.order.lifecycle.OrderTerms;
import dev.vetrina.order.lifecycle.ShippingAddress;
import dev.vetrina.order.salesstop.ActiveStops;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What an order will be once its stock is held: every amount is settled.
 *
 * @param waitlistEntries the places in lines by whose offers lines are bought, by the line's id
 */
record PricedOrder(
        UUID id,
        OrderOrigin origin,
        OrderTerms terms,
        List<OrderLine> lines,
        List<BrandPart> parts,
        ShippingAddress address,
        Map<UUID, UUID> waitlistEntries,
        Instant pricedAt) {

    /** A new order each time: what became of one that was rolled back must not be in the next. */
    Order place() {
        return Order.place(id, origin, terms, lines, parts, address, pricedAt);
    }

    /** What must not be stopped for it to be placed. */
    Set<String> stopKeys() {
        Set<String> keys = new HashSet<>();
        keys.add(ActiveStops.market(origin.market()));
        for (OrderLine line : lines) {
            keys.add(ActiveStops.variant(line.variantId()));
            keys.add(ActiveStops.brand(line.brandId()));
            Optional.ofNullable(line.origin().sessionId())
                    .map(ActiveStops::session)
                    .ifPresent(keys::add);
        }
        return keys;
    }
}

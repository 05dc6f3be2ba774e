package dev.vetrina.events;

import java.time.Instant;
import java.util.UUID;

/**
 * Turns of a variant's stock about which somebody is told, published by order-service once per turn. Apart from
 * {@link StockEvent}: on that compacted topic an alert would take the place of the variant's level.
 */
public sealed interface StockAlert extends DomainEvent {

    UUID variantId();

    @Override
    default String topic() {
        return Topics.STOCK_ALERTS;
    }

    @Override
    default String key() {
        return variantId().toString();
    }

    /**
     * No more than the threshold is available, and more was before.
     *
     * @param available over all pools; never 0
     */
    @EventType("stock.low.v1")
    record StockLow(UUID variantId, long sequence, UUID brandId, long available, long threshold, Instant occurredAt)
            implements StockAlert {}

    /** The last unit was taken; units that are held for unpaid orders or offered to who waited may still come back. */
    @EventType("stock.sold-out.v1")
    record StockSoldOut(UUID variantId, long sequence, UUID brandId, Instant occurredAt) implements StockAlert {}

    /** Units can be bought again by everybody: nobody waits for them. */
    @EventType("stock.back.v1")
    record StockBack(UUID variantId, long sequence, UUID brandId, long available, Instant occurredAt)
            implements StockAlert {}
}

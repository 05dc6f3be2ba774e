package dev.vetrina.events;

import java.util.UUID;

/** Stock of a variant, published by order-service. */
public sealed interface StockEvent extends DomainEvent {

    /** The sums over the variant's pools after a change. {@code available + held + sold} is what was put on sale. */
    @EventType("stock.level-changed.v1")
    record StockLevelChanged(UUID variantId, long sequence, UUID brandId, long available, long held, long sold)
            implements StockEvent {
        @Override
        public String topic() {
            return Topics.STOCK_LEVELS;
        }

        @Override
        public String key() {
            return variantId.toString();
        }
    }
}

package dev.vetrina.events;

import java.util.List;
import java.util.UUID;

/** Stock of a variant, published by order-service. */
public sealed interface StockEvent extends DomainEvent {

    /**
     * The sums over the variant's pools after a change. {@code available + held + sold} is what was put on sale.
     *
     * @param deals what can be bought under each of its deals that are armed and not over; none before this field was told
     */
    @EventType("stock.level-changed.v1")
    record StockLevelChanged(
            UUID variantId, long sequence, UUID brandId, long available, long held, long sold, List<DealStock> deals)
            implements StockEvent {

        public StockLevelChanged {
            deals = deals == null ? List.of() : List.copyOf(deals);
        }

        public StockLevelChanged(UUID variantId, long sequence, UUID brandId, long available, long held, long sold) {
            this(variantId, sequence, brandId, available, held, sold, List.of());
        }

        @Override
        public String topic() {
            return Topics.STOCK_LEVELS;
        }

        @Override
        public String key() {
            return variantId.toString();
        }
    }

    /** Units left under a deal, for everybody: what is offered to somebody who waits is not among them. */
    record DealStock(UUID dealId, long available) {}
}

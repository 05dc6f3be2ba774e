package dev.vetrina.order.deal;

import static dev.vetrina.order.stock.StockRows.STOCK;

import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.stock.MovementReason;
import dev.vetrina.order.stock.Pools;
import dev.vetrina.order.stock.StockLevel;
import dev.vetrina.order.stock.VariantStock;
import java.time.Instant;

/** The units of a deal: set aside when it is armed, returned when it is over. */
final class DealPool {

    private DealPool() {}

    static StockLevel of(VariantStock stock, Deal deal) {
        return stock.pool(deal.pool(), deal.terms().brandId());
    }

    static void fill(VariantStock stock, Deal deal, Instant now) {
        long quantity = deal.terms().quantity();
        source(stock, deal).adjust(-quantity, MovementReason.DEAL_ARMED, deal.pool(), now);
        of(stock, deal).adjust(quantity, MovementReason.DEAL_ARMED, deal.pool(), now);
    }

    /** Gives back what nobody holds. */
    static void empty(VariantStock stock, Deal deal, Instant now) {
        StockLevel pool = of(stock, deal);
        long left = pool.available();
        if (left > 0) {
            pool.adjust(-left, MovementReason.DEAL_RETURNED, deal.pool(), now);
            source(stock, deal).adjust(left, MovementReason.DEAL_RETURNED, deal.pool(), now);
        }
    }

    /**
     * What follows from the drafts of a batch, however they moved the stock: units that come back to a closed deal go on to
     * their source, and nobody waits for it any more.
     */
    static void settle(Batch batch, Deal deal) {
        if (deal.status() == DealStatus.CLOSED) {
            batch.find(STOCK, deal.terms().variantId()).ifPresent(stock -> {
                empty(stock, deal, batch.now());
                stock.close(deal.pool());
            });
        }
    }

    /** One that runs is sold out, or open again, by what is left for everybody once those who wait have been served. */
    static void notice(Batch batch, Deal deal) {
        if (deal.status() == DealStatus.OPEN) {
            batch.find(STOCK, deal.terms().variantId())
                    .flatMap(stock -> deal.noticeAvailable(of(stock, deal).forEverybody(), batch.now()))
                    .ifPresent(batch::publish);
        }
    }

    private static StockLevel source(VariantStock stock, Deal deal) {
        StockLevel source = stock.pool(deal.terms().sourcePool(), deal.terms().brandId());
        // A brand may have closed it meanwhile: units must not open it again.
        return source.open() ? source : stock.pool(Pools.SHARED, deal.terms().brandId());
    }
}

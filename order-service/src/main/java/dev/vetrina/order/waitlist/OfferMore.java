package dev.vetrina.order.waitlist;

import static dev.vetrina.order.stock.StockRows.STOCK;

import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.commit.Draft;
import dev.vetrina.order.commit.Needs;
import dev.vetrina.order.deal.DealPurchases;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks at a line again that a batch could not serve to its end: more units came back than it offers at once. */
record OfferMore(UUID variantId, @Nullable UUID dealId) implements Draft<Boolean> {

    @Override
    public void needs(Needs needs, Batch batch) {
        if (dealId != null) {
            DealPurchases.need(needs, dealId);
        }
        needs.add(STOCK, variantId);
    }

    /** The stock itself offers what is available, whenever it is locked. */
    @Override
    public Boolean take(Batch batch) {
        return true;
    }
}

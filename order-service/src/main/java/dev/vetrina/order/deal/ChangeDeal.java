package dev.vetrina.order.deal;

import static dev.vetrina.order.deal.DealRows.DEALS;
import static dev.vetrina.order.stock.StockRows.STOCK;

import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.commit.Draft;
import dev.vetrina.order.commit.Needs;
import java.util.Optional;
import java.util.UUID;

/** A step of an armed deal. Harmless when it is done already, or when the deal was never armed. */
record ChangeDeal(UUID dealId, DealStep step) implements Draft<Boolean> {

    @Override
    public void needs(Needs needs, Batch batch) {
        needs.add(DEALS, dealId);
        armed(batch).ifPresent(deal -> needs.add(STOCK, deal.terms().variantId()));
    }

    /** Returns whether it was still to be done. */
    @Override
    public Boolean take(Batch batch) {
        return armed(batch)
                .filter(deal ->
                        step.take(batch, deal, batch.row(STOCK, deal.terms().variantId())))
                .isPresent();
    }

    private Optional<Deal> armed(Batch batch) {
        return batch.find(DEALS, dealId).filter(Deal::wasArmed);
    }
}

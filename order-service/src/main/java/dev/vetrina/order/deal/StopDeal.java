package dev.vetrina.order.deal;

import dev.vetrina.events.DealEvent.DealEnd;
import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.commit.Draft;
import dev.vetrina.order.commit.Needs;

/** Ends a deal of which sales stops leave nothing to buy. Harmless if they were lifted meanwhile. */
record StopDeal(Deal deal) implements Draft<Boolean> {

    @Override
    public void needs(Needs needs, Batch batch) {
        DealStops.of(deal).need(needs);
        close().needs(needs, batch);
    }

    /** Returns whether it was still to be done. */
    @Override
    public Boolean take(Batch batch) {
        return DealStops.of(deal).end(batch) && close().take(batch);
    }

    private ChangeDeal close() {
        return new ChangeDeal(deal.id(), new DealStep.Close(DealEnd.SALES_STOPPED));
    }
}

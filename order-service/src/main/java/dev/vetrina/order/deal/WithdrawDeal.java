package dev.vetrina.order.deal;

import static dev.vetrina.order.deal.DealRows.DEALS;

import dev.vetrina.events.DealEvent.DealEnd;
import dev.vetrina.events.DealEvent.DealRejection;
import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.commit.Draft;
import dev.vetrina.order.commit.Needs;
import java.util.UUID;

/** The host takes a deal back. One that was not asked for yet is remembered, so that its request will be rejected. */
record WithdrawDeal(UUID dealId, UUID sessionId) implements Draft<Boolean> {

    @Override
    public void needs(Needs needs, Batch batch) {
        close().needs(needs, batch);
    }

    /** Returns whether it changed anything. */
    @Override
    public Boolean take(Batch batch) {
        if (batch.find(DEALS, dealId).isPresent()) {
            return close().take(batch);
        }
        Deal tombstone = Deal.neverArmed(
                dealId,
                sessionId,
                DealStatus.WITHDRAWN,
                DealRejection.WITHDRAWN.name(),
                "It was taken back before it was asked for.");
        batch.add(DEALS, dealId, tombstone);
        return true;
    }

    private ChangeDeal close() {
        return new ChangeDeal(dealId, new DealStep.Close(DealEnd.WITHDRAWN));
    }
}

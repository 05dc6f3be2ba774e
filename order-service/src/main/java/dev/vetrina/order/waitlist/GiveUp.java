package dev.vetrina.order.waitlist;

import static dev.vetrina.order.stock.StockRows.STOCK;
import static dev.vetrina.order.stock.WaiterRows.WAITERS;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.commit.Draft;
import dev.vetrina.order.commit.Needs;
import dev.vetrina.order.deal.DealPurchases;
import dev.vetrina.order.stock.VariantStock;
import dev.vetrina.order.stock.Waiter;
import dev.vetrina.order.stock.WaiterStatus;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ends a place in a line, or the offer that was made to it. Harmless when that was done already. */
record GiveUp(UUID variantId, @Nullable UUID dealId, UUID entryId, WaiterStatus into) implements Draft<Waiter> {

    static GiveUp of(Waiter waiter, WaiterStatus into) {
        return new GiveUp(waiter.wish().variantId(), waiter.wish().where().dealId(), waiter.id(), into);
    }

    @Override
    public void needs(Needs needs, Batch batch) {
        if (dealId != null) {
            // Its units may be the deal's again, or go on to the pool from which it took them.
            DealPurchases.need(needs, dealId);
        }
        needs.add(STOCK, variantId);
        needs.add(WAITERS, entryId);
    }

    /** @throws ProblemException 409 {@code no-offer} if nothing is offered that could be declined */
    @Override
    public Waiter take(Batch batch) {
        Waiter waiter = batch.row(WAITERS, entryId);
        VariantStock stock = batch.row(STOCK, variantId);
        switch (into) {
            case LEFT -> leave(batch, stock, waiter);
            case DECLINED -> decline(batch, stock, waiter);
            case EXPIRED -> expire(batch, stock, waiter);
            case WAITING, OFFERED, BOUGHT, ENDED -> throw new IllegalStateException("nobody gives up into " + into);
        }
        return waiter;
    }

    private static void leave(Batch batch, VariantStock stock, Waiter waiter) {
        if (waiter.status().canBecome(WaiterStatus.LEFT)) {
            stock.leave(waiter, batch.now());
        }
    }

    private static void decline(Batch batch, VariantStock stock, Waiter waiter) {
        if (waiter.status() == WaiterStatus.OFFERED) {
            stock.endOffer(waiter, WaiterStatus.DECLINED, batch.now());
        } else if (waiter.status() != WaiterStatus.DECLINED) {
            throw ProblemException.conflict("no-offer", "The waitlist entry is " + waiter.status() + ".")
                    .with("waitlistEntryStatus", waiter.status());
        }
    }

    private static void expire(Batch batch, VariantStock stock, Waiter waiter) {
        if (waiter.due(batch.now())) {
            stock.endOffer(waiter, WaiterStatus.EXPIRED, batch.now());
        }
    }
}

package dev.vetrina.order.waitlist;

import static dev.vetrina.order.stock.StockRows.STOCK;
import static dev.vetrina.order.stock.WaiterRows.WAITERS;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.commit.Draft;
import dev.vetrina.order.commit.Needs;
import dev.vetrina.order.stock.PointOfSale;
import dev.vetrina.order.stock.StockLevel;
import dev.vetrina.order.stock.VariantStock;
import dev.vetrina.order.stock.Waiter;
import dev.vetrina.order.stock.WaiterStatus;
import java.time.Duration;
import java.util.UUID;

/** A place at the end of the line; whoever stands in it already keeps that place. */
record JoinWaitlist(
        UUID entryId,
        UUID variantId,
        UUID brandId,
        String customerId,
        PointOfSale where,
        int quantity,
        Duration offerFor,
        WaitLimits limits)
        implements Draft<Waiter> {

    @Override
    public void needs(Needs needs, Batch batch) {
        limits.need(needs);
        needs.add(STOCK, variantId);
        needs.add(WAITERS, key());
    }

    @Override
    public Waiter take(Batch batch) {
        Waiter standing =
                batch.find(WAITERS, key()).filter(JoinWaitlist::stands).orElse(null);
        if (standing != null) {
            return same(standing);
        }
        limits.require(batch, quantity);
        VariantStock stock = batch.row(STOCK, variantId);
        StockLevel level = stock.forSale(where, brandId);
        if (where.dealId() != null && !level.open()) {
            throw ProblemException.conflict("deal-closed", "The deal has no units of its own any more.");
        }
        if (level.covers(1)) {
            throw ProblemException.conflict("in-stock", "It can be bought now.").with("available", level.available());
        }
        Waiter waiter = Waiter.join(new Waiter.Wish(
                entryId, variantId, brandId, customerId, where, level.pool(), quantity, offerFor, batch.now()));
        stock.join(waiter);
        batch.add(WAITERS, key(), waiter);
        batch.add(WAITERS, entryId, waiter);
        return waiter;
    }

    private Waiter same(Waiter standing) {
        if (standing.wish().quantity() != quantity) {
            throw ProblemException.conflict(
                            "already-waiting", "You wait for another quantity of it; leave that line first.")
                    .with("waitlistEntryId", standing.id());
        }
        return standing;
    }

    private static boolean stands(Waiter waiter) {
        return waiter.status() == WaiterStatus.WAITING || waiter.status() == WaiterStatus.OFFERED;
    }

    private UUID key() {
        return Waiter.keyOf(customerId, variantId, where.dealId());
    }
}

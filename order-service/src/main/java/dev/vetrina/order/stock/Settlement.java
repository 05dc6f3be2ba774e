package dev.vetrina.order.stock;

import dev.vetrina.events.WaitlistEvent.WaitlistOffered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What remains to be done when every draft of a batch has been taken: what is left in a closed pool goes to the shared one, and what
 * is available goes to those who wait for it, in their order and never past anybody. The first in the line is offered what there is,
 * be it less than was wished for: otherwise one wish for many would keep units from everybody.
 */
final class Settlement {

    /** The rest is offered by the next batch of the variant: none grows without bound. */
    private static final long OFFERS_AT_ONCE = 1_000;

    private final WaitingLine line;
    private final Instant now;
    private final List<Waiter> offered = new ArrayList<>();
    private final List<WaitlistOffered> offers = new ArrayList<>();

    Settlement(WaitingLine line, Instant now) {
        this.line = line;
        this.now = now;
    }

    void settle(VariantStock stock) {
        List<StockLevel> closed =
                stock.levels().stream().filter(level -> !level.open()).toList();
        closed.forEach(level -> clear(stock, level));
        stock.levels().stream()
                .filter(level -> level.waiting() > 0 && level.available() > 0)
                .forEach(level -> offer(level));
    }

    private void clear(VariantStock stock, StockLevel closed) {
        if (closed.available() > 0) {
            stock.transfer(closed.pool(), Pools.SHARED, closed.available(), "pool closed", now);
        }
        if (closed.waiting() == 0) {
            return;
        }
        if (Pools.isDeal(closed.pool())) {
            line.end(closed.variantId(), closed.pool(), now);
        } else {
            line.move(closed.variantId(), closed.pool(), Pools.SHARED);
            stock.pool(Pools.SHARED, closed.brandId()).addWaiting(closed.waiting());
        }
        closed.addWaiting(-closed.waiting());
    }

    private void offer(StockLevel level) {
        long turns = Math.min(OFFERS_AT_ONCE, Math.min(level.waiting(), level.available()));
        for (Waiter waiter : line.first(level.variantId(), level.pool(), turns)) {
            if (level.available() == 0) {
                return;
            }
            int quantity = (int) Math.min(waiter.wish().quantity(), level.available());
            level.offer(quantity, waiter.id(), now);
            level.addWaiting(-1);
            offers.add(waiter.offer(quantity, now));
            offered.add(waiter);
        }
    }

    /** Those whose turn it is now. */
    List<Waiter> offered() {
        return offered;
    }

    List<WaitlistOffered> offers() {
        return offers;
    }
}

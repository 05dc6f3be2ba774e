package dev.vetrina.order.stock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A line as the table keeps it. */
final class LineInMemory implements WaitingLine {

    private final List<Waiter> waiters = new ArrayList<>();

    void add(Waiter waiter) {
        waiters.add(waiter);
    }

    List<Waiter> all() {
        return waiters;
    }

    @Override
    public List<Waiter> first(UUID variantId, String pool, long atMost) {
        return waiters.stream()
                .filter(waiter -> waiter.status() == WaiterStatus.WAITING)
                .filter(waiter -> waiter.wish().pool().equals(pool))
                .limit(atMost)
                .toList();
    }

    @Override
    public void end(UUID variantId, String pool, Instant now) {
        first(variantId, pool, Long.MAX_VALUE).forEach(waiter -> waiter.become(WaiterStatus.ENDED, now));
    }

    @Override
    public void move(UUID variantId, String from, String to) {
        throw new UnsupportedOperationException("the tables' own matter");
    }
}

package dev.vetrina.gateway.cache;

import java.util.ArrayList;
import java.util.List;

/** One question under way to a service, and who waits for its answer. Once it is late, nobody waits who can be answered otherwise. */
final class Flight {

    private final List<Waiter> waiters = new ArrayList<>();
    private final long askedAt;
    private boolean late;
    private boolean landed;

    Flight(long askedAt) {
        this.askedAt = askedAt;
    }

    long askedAt() {
        return askedAt;
    }

    /** @return false if it has landed */
    synchronized boolean board(Waiter waiter) {
        if (!landed) {
            waiters.add(waiter);
        }
        return !landed;
    }

    synchronized boolean isLate() {
        return late;
    }

    /** @return who has waited until now, and waits no more */
    synchronized List<Waiter> beLate() {
        late = true;
        List<Waiter> waited = List.copyOf(waiters);
        waiters.clear();
        return waited;
    }

    synchronized List<Waiter> land() {
        landed = true;
        return List.copyOf(waiters);
    }
}

package dev.vetrina.order.stock;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Those who wait for a variant, pool by pool, in the order in which they came. */
interface WaitingLine {

    /** The first of those who still wait. */
    List<Waiter> first(UUID variantId, String pool, long atMost);

    /** Ends every wait for a pool. */
    void end(UUID variantId, String pool, Instant now);

    /** Those who wait for one pool wait for another from now on, behind and before those who came earlier and later. */
    void move(UUID variantId, String from, String to);
}

/**
 * Deals: units set aside in a pool of their own, sold at a price of their own between two moments by this service's clock. Invariants:
 * a deal that runs has moved exactly its quantity from one source pool; one that is closed has nothing available in its pool, for
 * what comes back goes on to the source pool in the same transaction; every change of its state raises its version and is an event.
 * Events in: {@code deal.requested}, {@code deal.withdrawn}, {@code session.changed}; out: {@code deal.armed}, {@code deal.rejected},
 * {@code deal.opened}, {@code deal.sold-out}, {@code deal.reopened}, {@code deal.closed}.
 *
 * <p>A sales stop of its variant, brand or session, or of every market in which it sells, closes a deal within a second, and none is
 * armed against one: a stop has no known end, and units and a countdown must not hang on it. For a short break the show pauses, which
 * stops the clocks and gives the time back. Sold out means that nothing is left for everybody: what is offered to who waits is not.
 */
@NullMarked
package dev.vetrina.order.deal;

import org.jspecify.annotations.NullMarked;

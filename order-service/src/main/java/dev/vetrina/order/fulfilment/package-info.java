/**
 * What each brand does with its part of a paid order: confirm, ship in parcels, deliver, or cancel. Events out:
 * {@code fulfilment.*}, told in the order's own sequence, and {@code order.completed} and {@code order.cancelled} that follow.
 * Invariants of every line: shipped + cancelled ≤ ordered, delivered ≤ shipped, returned ≤ shipped, and what went back of its price is
 * exactly the share of its cancelled and returned units. Changed under the order's row lock, which is why its rows have no
 * lock of their own.
 *
 * <p>A combined shipment is one parcel with units of several orders of one customer, of one brand, to one address. Each order has
 * a shipment of its own in it, with the parcel's id, carrier and tracking number: its events, capture, delivery, returns and refunds
 * are those of any other shipment. The orders are locked together, in the order of their ids, and all of them ship or none. What
 * can be combined is found anew at each call; nobody learns from it of other brands' parts of the same orders.
 */
@NullMarked
package dev.vetrina.order.fulfilment;

import org.jspecify.annotations.NullMarked;

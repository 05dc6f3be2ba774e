/**
 * What each brand does with its part of a paid order: confirm, ship in parcels, deliver, or cancel. Events out:
 * {@code fulfilment.*}, told in the order's own sequence, and {@code order.completed} and {@code order.cancelled} that follow.
 * Invariants of every line: shipped + cancelled ≤ ordered, delivered ≤ shipped, returned ≤ shipped, and what went back of its price is
 * exactly the share of its cancelled and returned units. Changed under the order's row lock, which is why its rows have no
 * lock of their own.
 */
@NullMarked
package dev.vetrina.order.fulfilment;

import org.jspecify.annotations.NullMarked;

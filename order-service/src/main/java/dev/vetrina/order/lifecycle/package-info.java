/**
 * The order and its payment attempts: one aggregate, one state machine. Publishes {@code order.*} events whose sequence is the
 * order's version. Invariants: at most one attempt of an order is open or pays it; refunded and on its way back is never more
 * than captured, and captured never more than authorised.
 */
@NullMarked
package dev.vetrina.order.lifecycle;

import org.jspecify.annotations.NullMarked;

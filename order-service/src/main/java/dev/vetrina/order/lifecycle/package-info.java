/**
 * The order and its payment attempts: one aggregate, one state machine. Publishes {@code order.*} events whose sequence is the
 * order's version. Invariant: at most one attempt of an order is open or captured.
 */
@NullMarked
package dev.vetrina.order.lifecycle;

import org.jspecify.annotations.NullMarked;

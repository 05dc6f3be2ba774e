/**
 * How much one customer may buy: of a variant, by its brand's word, and of a deal. Invariant: what counts towards a limit is what the
 * customer's orders hold unpaid or have bought; it is counted with the order, under the lock of (scope, customer), and given back
 * with it. Events in and out: none.
 */
@NullMarked
package dev.vetrina.order.limit;

import org.jspecify.annotations.NullMarked;

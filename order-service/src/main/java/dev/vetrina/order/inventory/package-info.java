/**
 * Stock as brands see, prove and change it. A proof compares the counters with the sums of their movements and with what the orders
 * and offers add up to, all from one snapshot. Movements are never rewritten; checkpoints sum them up, so that a proof of a variant
 * with a million of them reads only those since the last one. Events in: {@code variant.stock-declared}; what the changes tell is
 * told by the stock itself.
 */
@NullMarked
package dev.vetrina.order.inventory;

import org.jspecify.annotations.NullMarked;

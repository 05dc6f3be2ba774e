/**
 * Goods that come back, and the EU's withdrawal in two steps (Directive 2023/2673). A return goes from one buyer to one brand;
 * its price goes back when the brand has received it. Events out: {@code return.*}, {@code withdrawal.declared}, told in the
 * order's own sequence. Invariants: of a line, what is on its way back and what came back is never more than was shipped;
 * whatever comes back in whatever portions, the refunds of a line add up to its price and no more.
 */
@NullMarked
package dev.vetrina.order.returns;

import org.jspecify.annotations.NullMarked;

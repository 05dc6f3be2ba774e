/**
 * The counters of what can be sold. One row per variant and pool; an order draws a line from one pool: the market's if there
 * is one, else {@code shared}. Invariant of every row at every moment: available, held and sold are never negative, and
 * each is the sum of its column over the append-only movements. Changed only through the group commit.
 */
@NullMarked
package dev.vetrina.order.stock;

import org.jspecify.annotations.NullMarked;

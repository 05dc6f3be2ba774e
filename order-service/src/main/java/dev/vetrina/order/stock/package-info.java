/**
 * The counters of what can be sold, and who waits for them. One row per variant and pool. A line of an order draws from one pool, never
 * from two: its deal's; else the pool of the session in which it is bought, if that is open; else its market's, if that is open; else
 * {@code shared}. A pool opens when something is first put into it, and stays open when it is sold out or emptied, because its units
 * were set apart: only closing it lets its buyers draw from the next one again.
 *
 * <p>Invariants. Of every row at every moment: available, held and sold are never negative, and each is the sum of its column over the
 * append-only movements. After every batch: nothing is available in a pool for which somebody waits (but for what exceeds a batch's
 * bound, which the next one offers, and which nobody else can buy), nor in a closed one. Who waits is served in the order of joining,
 * nobody overtakes; the first is offered what there is, be it less than was wished for. Changed only through the group commit.
 *
 * <p>Events out: {@code stock.level-changed}, {@code stock.low}, {@code stock.sold-out}, {@code stock.back}, {@code waitlist.offered}.
 */
@NullMarked
package dev.vetrina.order.stock;

import org.jspecify.annotations.NullMarked;

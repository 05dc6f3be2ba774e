/**
 * Waiting for what is sold out. Who joins gets a place in the line of the pool from which they would have bought; units that come back,
 * however they do, are offered in the order of joining, for a time, in the same transaction (see the package {@code stock}, which keeps
 * the lines beside the counters). Invariants: nobody overtakes; what is offered is held and never more than came back; an offer is
 * bought, declined, left or expired exactly once, and then its units go on to the next. The first is offered what there is, even if less
 * than was wished for: waiting until there is enough would keep the units from everybody behind. A deal's line ends with the deal.
 */
@NullMarked
package dev.vetrina.order.waitlist;

import org.jspecify.annotations.NullMarked;

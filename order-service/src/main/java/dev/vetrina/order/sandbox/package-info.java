/**
 * A partner's test mode: orders of a brand's own goods, and what else happens to an order when the partner wants to see it. What
 * the partner does itself, such as confirming and shipping, it does with the real operations. Invariant: a test order goes through
 * the code of a real one, draws from the pool {@code sandbox}, is paid at the simulated provider, and counts nowhere. Publishes the
 * order's events, marked as tests; consumes none.
 */
@NullMarked
package dev.vetrina.order.sandbox;

import org.jspecify.annotations.NullMarked;

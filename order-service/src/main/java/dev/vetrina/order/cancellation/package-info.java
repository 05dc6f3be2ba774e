/**
 * Cancellation of orders and of parts of them, by buyer, brand, operator and the clock, which also cancels what is not paid any
 * more because the provider let reserved money go. Who may cancel what in which state is
 * {@link dev.vetrina.order.cancellation.CancellationRules}. Invariant: units that are cancelled are available again, and their
 * price is on its way back, in the same transaction.
 */
@NullMarked
package dev.vetrina.order.cancellation;

import org.jspecify.annotations.NullMarked;

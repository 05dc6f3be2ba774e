/**
 * Stripe as a payment provider: PaymentIntents that are confirmed as they are made, captured at once or later. Everything that
 * is asked carries an idempotency key and metadata made of our ids, so a repeat is one and the same, and an event finds its way
 * back whether or not we ever heard Stripe's own id.
 */
@NullMarked
package dev.vetrina.order.payment.stripe;

import org.jspecify.annotations.NullMarked;

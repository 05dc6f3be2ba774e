/**
 * What a payment provider is asked and what it answers. Every call names an id of ours, which is the provider's idempotency
 * key: repeated, it never charges, captures or refunds twice. Calls are made outside of transactions only.
 */
@NullMarked
package dev.vetrina.order.payment.provider;

import org.jspecify.annotations.NullMarked;

/**
 * Paying an order through a {@link dev.vetrina.order.payment.PaymentProvider}. The provider is always called outside a
 * transaction; what it answers is settled through the group commit, and what it did not answer is asked for again.
 */
@NullMarked
package dev.vetrina.order.payment;

import org.jspecify.annotations.NullMarked;

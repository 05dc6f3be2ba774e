/**
 * Paying an order through a {@link dev.vetrina.order.payment.provider.PaymentProvider}. The provider is always called outside a
 * transaction; what it answers, or tells by a webhook, is settled through the group commit by one idempotent command, and what
 * it did not answer is asked for again, ever less often. {@link dev.vetrina.order.payment.Captures} and
 * {@link dev.vetrina.order.payment.Refunds} are for other features: what they ask for is recorded in a transaction, which may be
 * the caller's own, and executed after it. Events out: {@code order.paid}, {@code order.payment-declined},
 * {@code order.payment-changed}, {@code order.refund-requested}, {@code order.refunded}, {@code order.refund-failed}.
 */
@NullMarked
package dev.vetrina.order.payment;

import org.jspecify.annotations.NullMarked;

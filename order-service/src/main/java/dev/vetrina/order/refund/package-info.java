/**
 * Refunds that people ask for. Invariant: together never more than was captured. Events out: {@code order.refund-requested},
 * {@code order.refunded}, {@code order.refund-failed}.
 */
@NullMarked
package dev.vetrina.order.refund;

import org.jspecify.annotations.NullMarked;

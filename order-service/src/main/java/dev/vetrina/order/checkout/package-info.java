/**
 * Placing and cancelling an order: validated and priced from the views first, then handed to the group commit. Events in: none;
 * out: {@code order.placed}, {@code order.cancelled}, {@code stock.level-changed}.
 */
@NullMarked
package dev.vetrina.order.checkout;

import org.jspecify.annotations.NullMarked;

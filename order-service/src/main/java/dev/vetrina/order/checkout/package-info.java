/**
 * Quoting and placing an order: validated and priced from the views first, then handed to the group commit.
 * Invariant: an order costs what a quote of the same moment says, and what its buyer was shown. Events in: none;
 * out: {@code order.placed}, {@code stock.level-changed}.
 */
@NullMarked
package dev.vetrina.order.checkout;

import org.jspecify.annotations.NullMarked;

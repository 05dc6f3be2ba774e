/**
 * What an order claims besides existing: the stock of its lines, its share of deals, of coupons' quotas and of what one customer may
 * buy. Invariant: what is claimed when an order is placed is given back exactly once or used up exactly once.
 */
@NullMarked
package dev.vetrina.order.claim;

import org.jspecify.annotations.NullMarked;

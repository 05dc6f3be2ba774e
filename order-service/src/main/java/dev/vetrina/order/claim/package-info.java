/**
 * What an order claims besides existing: the stock of its lines. Invariant: what is claimed when an order is placed is given back
 * exactly once or used up exactly once.
 */
@NullMarked
package dev.vetrina.order.claim;

import org.jspecify.annotations.NullMarked;

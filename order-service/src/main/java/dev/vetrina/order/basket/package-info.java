/**
 * What a basket costs: plain arithmetic on records, without a clock, a database or a lock. Discounts are taken off first, then
 * shipping is charged, then tax is computed once per rate; each is allocated by largest remainder. Invariant: the total is
 * always exactly the sum of the items' and the shippings' totals, and none of them is negative.
 */
@NullMarked
package dev.vetrina.order.basket;

import org.jspecify.annotations.NullMarked;

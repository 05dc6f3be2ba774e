/**
 * What can be bought and for how much: a view of the catalogue. Prices and stages carry the time at which they take effect and
 * are switched by the clock. Events in: {@code product.changed}, {@code brand.changed}, {@code market.changed}.
 */
@NullMarked
package dev.vetrina.order.offer;

import org.jspecify.annotations.NullMarked;

/**
 * Products with their variants and prices per market.
 *
 * <p>Invariants: a brand writes only its own products; a variant is never deleted, because stock and orders refer to it; a
 * SKU is used once in a brand, an external id likewise, and both may be absent; the price history is append-only; a price of
 * a product on sale changes at least two seconds ahead, so that every view has heard of it and all switch by the clock; each
 * change raises the product's version by one and is told by one event.
 *
 * <p>Events in: none. Events out: {@code product.changed.v1}, {@code variant.stock-declared.v1}.
 */
@NullMarked
package dev.vetrina.catalog.product;

import org.jspecify.annotations.NullMarked;

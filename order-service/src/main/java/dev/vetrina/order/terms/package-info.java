/**
 * The rules under which is sold in a market: hold, tax, capture, deadlines, what may be stacked. A change is a new version;
 * nothing is changed or removed, and an order keeps the version under which it was placed. Version 0 is the configuration's.
 * Events: none.
 */
@NullMarked
package dev.vetrina.order.terms;

import org.jspecify.annotations.NullMarked;

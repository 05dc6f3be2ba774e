/**
 * Addresses as their countries write them: which postal codes there are, and whether a region is needed. The data follow the
 * countries' posts; a country without data takes any. Invariant: an address that is accepted is normalised, so that its region
 * selects a tax rate. Personal data: nothing of it is logged or told in a problem.
 */
@NullMarked
package dev.vetrina.order.address;

import org.jspecify.annotations.NullMarked;

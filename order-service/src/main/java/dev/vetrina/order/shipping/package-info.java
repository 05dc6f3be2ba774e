/**
 * What each brand asks for shipping in each market: options with a price, the first of which is the default. A brand that has
 * said nothing ships for free. Orders keep what they were charged. Events: none.
 */
@NullMarked
package dev.vetrina.order.shipping;

import org.jspecify.annotations.NullMarked;

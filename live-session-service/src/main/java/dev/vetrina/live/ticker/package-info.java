/**
 * Repeated work of an instance at intervals below a second, which the scheduler does not offer.
 */
@NullMarked
package dev.vetrina.live.ticker;

import org.jspecify.annotations.NullMarked;

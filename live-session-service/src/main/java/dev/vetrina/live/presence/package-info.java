/**
 * Who is watching: sums over the gateways' reports. A window of a gateway's channel counts once; a gateway that falls silent
 * counts no more after a few seconds. Events in: {@code live.presence}.
 */
@NullMarked
package dev.vetrina.live.presence;

import org.jspecify.annotations.NullMarked;

/**
 * The feed's source for the gateways: openings (a snapshot, or the facts missed) and one stream per channel, which is a session
 * in one market. A stream delivers every fact above the sequence of its first frame once and in order: facts come from
 * {@code live.feed}, and whatever that misses comes from the timeline. Pulses have no id and may be dropped. Tickets name
 * a viewer without telling who it is.
 */
@NullMarked
package dev.vetrina.live.feed;

import org.jspecify.annotations.NullMarked;

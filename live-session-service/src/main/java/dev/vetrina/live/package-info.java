/** live-session-service: creators, live sessions, the feed's facts, presence and session statistics. */
@NullMarked
package dev.vetrina.live;

import org.jspecify.annotations.NullMarked;

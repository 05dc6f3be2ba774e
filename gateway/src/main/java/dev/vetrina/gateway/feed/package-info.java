/**
 * The edge of the live feed: one stream from live-session-service per channel (session and market), fanned out to every
 * viewer of this gateway as Server-Sent Events.
 *
 * <p>Invariants: a viewer sees every fact above the sequence of its opening, each once and in order, or its connection is
 * closed; pulses are dropped first, and under pressure are joined and told less often. An event is put into a buffer once
 * and that buffer is written to all. What belongs to
 * a {@link dev.vetrina.gateway.feed.Channel} is touched only on its event loop, what belongs to a
 * {@link dev.vetrina.gateway.feed.Room} only on the event loop of its viewers; the two send each other tasks, which keeps
 * the order. Nothing waits, and no upstream is ever paused for a viewer.
 */
@NullMarked
package dev.vetrina.gateway.feed;

import org.jspecify.annotations.NullMarked;

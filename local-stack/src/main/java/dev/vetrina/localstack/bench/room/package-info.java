/**
 * How many can watch, and how soon they are told: {@code bench room}. Thousands of viewers on one gateway, a pin every
 * second, chat and reactions meanwhile; in turns with that, the frames that came out of it are given to as many viewers by
 * nchan and by Socket.IO, where these are installed.
 *
 * <p>A delivery is one frame that came to one viewer. A fact's latency begins when the host was due to press, and a chat
 * message's when it was sent; for the other two both begin when the frame was due to be handed in.
 */
@NullMarked
package dev.vetrina.localstack.bench.room;

import org.jspecify.annotations.NullMarked;

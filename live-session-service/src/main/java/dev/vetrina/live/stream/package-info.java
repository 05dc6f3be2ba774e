/**
 * The picture of a session: the key with which its encoder is let in, whether the encoder is there, where viewers see it.
 * An ingest server, nginx-rtmp or MediaMTX, asks and tells through hooks; the picture itself never passes here. One encoder
 * at a time: the newest that knows the key. A show whose encoder is lost for some seconds is paused, which stops its deals'
 * clocks, and goes on when the encoder is back, unless its host has decided otherwise meanwhile. A session that nobody cares
 * for any more is ended. Locks are taken in this order: session, then stream. Events out: those of the session; the facts
 * say the reason {@code STREAM_LOST}, {@code STREAM_BACK} or {@code ABANDONED}.
 */
@NullMarked
package dev.vetrina.live.stream;

import org.jspecify.annotations.NullMarked;

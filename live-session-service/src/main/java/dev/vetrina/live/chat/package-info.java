/**
 * The chat of a session. A message is answered once Kafka has it, and never waits for the database to store it: every instance
 * reads it from the end of {@code live.chat} and shows it to its streams, and one of them stores it, in batches. A message is the
 * same wherever it is met, by its id: shown once, stored once, and a batch that comes late brings nothing back that was hidden
 * or erased meanwhile. Text is plain text, everywhere.
 *
 * <p>Events out: {@code chat.message-posted.v1}, sent directly; {@code chat.message-changed.v1} and
 * {@code chat.author-removed.v1}, through the outbox. Events in: the same. Facts: {@code chat-message-pinned},
 * {@code chat-message-unpinned}.
 */
@NullMarked
package dev.vetrina.live.chat;

import org.jspecify.annotations.NullMarked;

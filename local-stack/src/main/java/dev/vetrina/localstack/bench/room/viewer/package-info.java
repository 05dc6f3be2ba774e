/**
 * The viewers of {@code bench room}: thousands of connections in processes of their own, each process with one thread,
 * because a process may have only so many file descriptors and because whatever viewers take of the cores is missing for
 * what serves them. They obey lines on their standard input, answer by lines on their standard output, and end when the
 * input does.
 *
 * <p>A frame is looked at only for what is measured: whether it is a fact or a pulse, the number of a fact and when it was
 * made, and when the chat messages in a pulse were sent.
 */
@NullMarked
package dev.vetrina.localstack.bench.room.viewer;

import org.jspecify.annotations.NullMarked;

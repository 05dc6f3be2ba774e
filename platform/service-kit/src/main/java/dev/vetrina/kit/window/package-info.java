/**
 * What is counted in memory and told once a second. It goes past the outbox: a process that is lost takes at most what it has
 * counted since it last told.
 *
 * <p>Invariant: while Kafka is away the window under way stays the same, so that its repeat is known for one, and all that is
 * counted meanwhile becomes the next.
 */
@NullMarked
package dev.vetrina.kit.window;

import org.jspecify.annotations.NullMarked;

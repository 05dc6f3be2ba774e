/**
 * The clock, and what is done by it. Everything that asks for the time takes a {@link java.time.Clock}, so that tests can move
 * it.
 */
@NullMarked
package dev.vetrina.kit.time;

import org.jspecify.annotations.NullMarked;

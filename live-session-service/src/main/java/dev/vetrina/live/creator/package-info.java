/**
 * Creators: who hosts sessions. A login has at most one creator, a handle belongs to one. No events.
 */
@NullMarked
package dev.vetrina.live.creator;

import org.jspecify.annotations.NullMarked;

/**
 * Whether what happens in a session counts: nothing does from its end on, and nothing while it is rehearsed. The one place where that
 * is decided, for viewers, reactions, looks at products and whatever else is counted by its time.
 */
@NullMarked
package dev.vetrina.live.counting;

import org.jspecify.annotations.NullMarked;

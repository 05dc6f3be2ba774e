/**
 * Until when what happens in a session counts: nothing does from its end on, and nothing ever in one that is not for the public. The one
 * place where that is decided, for viewers, reactions, looks at products, orders and whatever else is counted by its time.
 */
@NullMarked
package dev.vetrina.live.counting;

import org.jspecify.annotations.NullMarked;

/** Reading a topic from its end on every instance, in no consumer group. */
@NullMarked
package dev.vetrina.live.tail;

import org.jspecify.annotations.NullMarked;

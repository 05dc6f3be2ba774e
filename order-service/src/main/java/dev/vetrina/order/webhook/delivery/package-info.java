/**
 * Sends messages to endpoints until they take them. Invariants: of an endpoint's first attempts one is under way at a time, in the
 * order of the messages, whichever instance makes it; what failed is tried again beside that, out of line, after 5 s, 5 min, 30 min, 2,
 * 5, 10, 14, 20 and 24 h; an endpoint that hangs or fails takes up nobody else's place, and one that is slow gives its own back
 * after 5 s and what is under way then. What was claimed by an instance that vanished
 * is sent again by another when its lease ends: so a message may come twice, with the same id, and none is lost.
 */
@NullMarked
package dev.vetrina.order.webhook.delivery;

import org.jspecify.annotations.NullMarked;

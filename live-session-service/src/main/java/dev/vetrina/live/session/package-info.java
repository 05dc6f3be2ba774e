/**
 * Sessions: their states (a table in {@code SessionStatus}), the lineup and the pinned product. Commands on one session take
 * turns by its row's lock; every one that viewers must see is recorded as a fact in the same transaction. A product is
 * pinned only while the session is live or paused and only from its lineup. Events out: {@code session.changed.v1} on
 * {@code live.sessions}.
 */
@NullMarked
package dev.vetrina.live.session;

import org.jspecify.annotations.NullMarked;

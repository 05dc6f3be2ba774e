/**
 * Sessions: their states (a table in {@code SessionStatus}), what they announce, the lineup and the pinned product. Commands on
 * one session take turns by its row's lock; every one that viewers must see is recorded as a fact in the same transaction. A
 * product is pinned only while the session is live or paused and only from its lineup. Who may see and change a session is
 * decided in {@code SessionAccess} alone. A viewer of a market is shown what brands sell there, and can buy it while the market
 * is open. A rehearsal is a session of its own, of which no other service is told. Events out: {@code session.changed.v1} and
 * {@code session.postponed.v1} on {@code live.sessions}; within the service {@code RehearsalEnded}.
 */
@NullMarked
package dev.vetrina.live.session;

import org.jspecify.annotations.NullMarked;

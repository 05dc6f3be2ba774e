/**
 * The facts of a session, in order: {@code FactLog} numbers them from 1 without gaps, by a counter on the session's row that
 * is raised in the transaction that writes the fact and its outbox row, and {@code Timeline} reads them. Events out:
 * {@code session.fact-recorded.v1} on {@code live.feed}.
 */
@NullMarked
package dev.vetrina.live.timeline;

import org.jspecify.annotations.NullMarked;

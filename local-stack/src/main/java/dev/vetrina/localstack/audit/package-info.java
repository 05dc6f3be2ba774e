/**
 * Whether anything was oversold, lost or charged twice, from three records that were written independently: the order
 * database, the events that were published, and the payment provider's own record; and from what clients were told.
 *
 * <p>Invariants: the checker only reads. It judges a system that has come to rest: no outbox row waits and no payment is
 * undecided. Every finding names what, where, what was expected and what was found.
 */
@NullMarked
package dev.vetrina.localstack.audit;

import org.jspecify.annotations.NullMarked;

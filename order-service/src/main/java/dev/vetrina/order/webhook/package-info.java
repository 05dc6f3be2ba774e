/**
 * Endpoints at which brands are told of what happens, by the rules of Standard Webhooks 1.0.0. Invariants: a secret is shown
 * when it is made and never again; after a rotation the one before signs as well until its time is over; an endpoint that is
 * disabled is sent nothing but what is under way in that second, and tells why and since when. What came meanwhile is stored and
 * can be replayed. See {@code destination} for where they may lie, {@code message} for what is told, {@code delivery} for how it
 * is sent.
 */
@NullMarked
package dev.vetrina.order.webhook;

import org.jspecify.annotations.NullMarked;

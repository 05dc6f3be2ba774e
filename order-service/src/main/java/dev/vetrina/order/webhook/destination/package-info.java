/**
 * Where webhooks may go. Partners name the addresses to which this service connects from inside, so each is a possible attack on
 * what only the inside can reach. Invariant: a connection is made only to an address that was checked, the very one that the
 * name had at this attempt, and only to public ones unless configuration allows a network.
 */
@NullMarked
package dev.vetrina.order.webhook.destination;

import org.jspecify.annotations.NullMarked;

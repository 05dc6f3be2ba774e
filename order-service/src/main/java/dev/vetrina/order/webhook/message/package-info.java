/**
 * What brands are told: facts that this service published, each brand's own part of them. Invariants: a message is stored once
 * for an event and a brand, in the transaction that takes the event, together with a delivery for every endpoint that wants it;
 * the bytes never change after that, whatever is sent again. No personal data: neither the buyer's id nor an address is told;
 * who may, fetches them with the ids. Events in: those of {@code orders}, {@code stock.levels}, {@code stock.alerts},
 * {@code stock.deals}.
 */
@NullMarked
package dev.vetrina.order.webhook.message;

import org.jspecify.annotations.NullMarked;

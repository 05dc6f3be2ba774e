/**
 * Stops of all sales in a market, a session, of a variant or of a brand: by an operator, or by a brand for what is its own. A batch that
 * places orders reads the stops in its own transaction, under a lock that setting a stop takes exclusively. Invariant: when a stop
 * has been answered, no order that it concerns commits any more, on whichever instance and with Kafka away. Orders placed
 * before stay, and can be paid. A brand's stop and an operator's of one target are two, each lifted by itself. Events out:
 * {@code sales.stopped}, {@code sales.resumed}.
 */
@NullMarked
package dev.vetrina.order.salesstop;

import org.jspecify.annotations.NullMarked;

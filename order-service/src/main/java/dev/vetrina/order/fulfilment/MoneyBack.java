package dev.vetrina.order.fulfilment;

import dev.vetrina.events.Money;

/** Money that goes back to the buyer: asked for with the change from which it follows, executed after the commit. */
final class MoneyBack {

    private MoneyBack() {}

    static void cancelled(PartsChange change, Money amount) {}

    static void returned(PartsChange change, Money amount) {}
}

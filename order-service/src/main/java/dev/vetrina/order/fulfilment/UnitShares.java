package dev.vetrina.order.fulfilment;

import dev.vetrina.events.Money;

/**
 * An amount for a quantity, shared out over its units by largest remainder: units differ by one minor unit at most, and all of
 * them together are the amount. Whatever units go back in whatever order, nothing is lost or gained.
 */
final class UnitShares {

    private UnitShares() {}

    /** What the next units are worth after some went before. */
    static Money of(Money whole, int quantity, int before, int units) {
        long share = first(whole.amount(), quantity, before + units) - first(whole.amount(), quantity, before);
        return new Money(share, whole.currency());
    }

    /** The units with a remainder come first. */
    private static long first(long whole, int quantity, int units) {
        return whole / quantity * units + Math.min(units, whole % quantity);
    }
}

package dev.vetrina.order.deal;

import dev.vetrina.events.DealEvent.ReducedPrice;
import dev.vetrina.events.Money;

/**
 * What a unit costs under a deal in one market.
 *
 * @param referencePrice the lowest price of the 30 days before the deal was asked for
 * @param listPrice the price in force when it was armed
 */
public record MarketPrice(String market, Money price, Money referencePrice, Money listPrice) {

    ReducedPrice fact() {
        return new ReducedPrice(market, price, referencePrice);
    }

    /** What the brand forgoes a unit. */
    long discount() {
        return Math.max(0, Math.subtractExact(listPrice.amount(), price.amount()));
    }
}

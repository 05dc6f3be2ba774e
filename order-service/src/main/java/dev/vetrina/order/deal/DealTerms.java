package dev.vetrina.order.deal;

import dev.vetrina.events.Money;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a deal offers: settled when it is armed.
 *
 * @param quantity units set aside
 * @param sourcePool the pool from which they were taken, and to which they return
 */
public record DealTerms(
        UUID variantId, UUID brandId, List<MarketPrice> prices, int quantity, int perBuyerLimit, String sourcePool) {

    public Optional<MarketPrice> in(String market) {
        return prices.stream().filter(price -> price.market().equals(market)).findFirst();
    }

    /** What the brand forgoes in a market if so many units are sold there. */
    Money discountIn(String market, long units) {
        return in(market)
                .map(price -> new Money(
                        Math.multiplyExact(price.discount(), units),
                        price.price().currency()))
                .orElseThrow(() -> new IllegalArgumentException("no deal in " + market));
    }
}

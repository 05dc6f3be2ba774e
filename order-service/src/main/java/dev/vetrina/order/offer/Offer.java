package dev.vetrina.order.offer;

import dev.vetrina.events.Money;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What can be bought.
 *
 * @param forSale whether product and brand are active; the market's stage comes on top
 */
public record Offer(
        UUID variantId, UUID productId, UUID brandId, String title, boolean forSale, List<OfferPrice> prices) {

    /** The price in force in the market at the time, or empty if it is not sold there. */
    public Optional<Money> priceIn(String market, Instant at) {
        return prices.stream()
                .filter(price ->
                        price.market().equals(market) && !price.effectiveAt().isAfter(at))
                .max(Comparator.comparing(OfferPrice::effectiveAt))
                .map(OfferPrice::price);
    }
}

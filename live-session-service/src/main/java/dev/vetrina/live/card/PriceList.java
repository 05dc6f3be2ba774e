package dev.vetrina.live.card;

import dev.vetrina.events.CatalogEvent.Price;
import dev.vetrina.events.CatalogEvent.ProductChanged;
import dev.vetrina.events.CatalogEvent.ProductStatus;
import dev.vetrina.events.CatalogEvent.Variant;
import dev.vetrina.events.Money;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The prices of a product by the clock. A product that is not active has none. */
record PriceList(ProductChanged product) {

    Optional<Money> price(Variant variant, String market, Instant now) {
        if (product.status() != ProductStatus.ACTIVE) {
            return Optional.empty();
        }
        return variant.prices().stream()
                .filter(price ->
                        price.market().equals(market) && !price.effectiveAt().isAfter(now))
                .max(Comparator.comparing(Price::effectiveAt))
                .map(Price::price);
    }

    /** Whether its brand sells it there at all. One that was withdrawn stays where it was shown, without a price. */
    boolean offeredIn(String market) {
        return product.status() != ProductStatus.ACTIVE
                || product.variants().stream()
                        .anyMatch(variant -> marketsOf(variant).contains(market));
    }

    Map<VariantMarket, Money> inForce(Instant now) {
        Map<VariantMarket, Money> prices = new HashMap<>();
        for (Variant variant : product.variants()) {
            for (String market : marketsOf(variant)) {
                price(variant, market, now)
                        .ifPresent(price -> prices.put(new VariantMarket(variant.variantId(), market), price));
            }
        }
        return prices;
    }

    /** When the next announced price takes effect. */
    Optional<Instant> nextChange(Instant now) {
        return product.variants().stream()
                .flatMap(variant -> variant.prices().stream())
                .map(Price::effectiveAt)
                .filter(effectiveAt -> effectiveAt.isAfter(now))
                .min(Comparator.naturalOrder());
    }

    /** Where two states of the prices differ, one of which may lack a price that the other has. */
    static Set<VariantMarket> differences(Map<VariantMarket, Money> before, Map<VariantMarket, Money> after) {
        Set<VariantMarket> different = new HashSet<>(before.keySet());
        different.addAll(after.keySet());
        different.removeIf(key -> {
            Money price = after.get(key);
            return price != null && price.equals(before.get(key));
        });
        return different;
    }

    private static List<String> marketsOf(Variant variant) {
        return variant.prices().stream().map(Price::market).distinct().toList();
    }
}

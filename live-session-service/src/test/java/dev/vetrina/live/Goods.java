package dev.vetrina.live;

import dev.vetrina.events.CatalogEvent.Price;
import dev.vetrina.events.CatalogEvent.ProductChanged;
import dev.vetrina.events.CatalogEvent.ProductStatus;
import dev.vetrina.events.CatalogEvent.Variant;
import dev.vetrina.events.Money;
import dev.vetrina.events.StockEvent.StockLevelChanged;
import dev.vetrina.kit.id.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A product with one variant, as catalog-service tells of it. */
public record Goods(UUID productId, UUID variantId, UUID brandId) {

    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    public static Goods some() {
        return new Goods(Ids.next(), Ids.next(), Ids.next());
    }

    /** Active, for GBP 19.99 in GB and EUR 24.99 in DE. */
    public ProductChanged active(long sequence) {
        return priced(sequence, price("GB", 1999, "GBP", LONG_AGO), price("DE", 2499, "EUR", LONG_AGO));
    }

    public ProductChanged priced(long sequence, Price... prices) {
        return state(sequence, ProductStatus.ACTIVE, prices);
    }

    public ProductChanged state(long sequence, ProductStatus status, Price... prices) {
        Variant variant =
                new Variant(variantId, null, null, "Red / M", Map.of("Colour", "Red", "Size", "M"), List.of(prices));
        return new ProductChanged(
                productId, sequence, brandId, null, "Jumper " + productId, null, status, List.of(variant));
    }

    public StockLevelChanged stock(long sequence, long available) {
        return new StockLevelChanged(variantId, sequence, brandId, available, 0, 0);
    }

    public static Price price(String market, long amount, String currency, Instant effectiveAt) {
        return new Price(market, new Money(amount, currency), effectiveAt);
    }

    public static Price pounds(long amount, Instant effectiveAt) {
        return price("GB", amount, "GBP", effectiveAt);
    }

    public static Price pounds(long amount) {
        return pounds(amount, LONG_AGO);
    }
}

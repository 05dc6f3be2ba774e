package dev.vetrina.catalog.product;

import dev.vetrina.events.CatalogEvent;
import dev.vetrina.events.Money;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** A row of the price history: what a variant costs in a market from a time on. Never changed and never deleted. */
@Entity
class Price {

    @Id
    private UUID id;

    private UUID variantId;
    private UUID productId;
    private String market;
    private long amount;
    private String currency;
    private Instant effectiveAt;
    private Instant recordedAt;

    @SuppressWarnings("NullAway.Init")
    protected Price() {}

    Price(UUID id, Variant variant, String market, Money price, Instant effectiveAt, Instant now) {
        this.id = id;
        this.variantId = variant.id();
        this.productId = variant.productId();
        this.market = market;
        this.amount = price.amount();
        this.currency = price.currency();
        this.effectiveAt = effectiveAt;
        this.recordedAt = now;
    }

    Money money() {
        return new Money(amount, currency);
    }

    CatalogEvent.Price published() {
        return new CatalogEvent.Price(market, money(), effectiveAt);
    }

    PriceView view() {
        return new PriceView(market, money(), effectiveAt);
    }

    RecordedPriceView historyView() {
        return new RecordedPriceView(id, market, money(), effectiveAt, recordedAt);
    }

    UUID id() {
        return id;
    }

    UUID variantId() {
        return variantId;
    }

    UUID productId() {
        return productId;
    }

    String market() {
        return market;
    }

    Instant effectiveAt() {
        return effectiveAt;
    }
}

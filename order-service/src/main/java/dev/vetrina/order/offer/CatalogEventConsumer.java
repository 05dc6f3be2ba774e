package dev.vetrina.order.offer;

import dev.vetrina.events.CatalogEvent.BrandChanged;
import dev.vetrina.events.CatalogEvent.MarketChanged;
import dev.vetrina.events.CatalogEvent.ProductChanged;
import dev.vetrina.events.CatalogEvent.Variant;
import dev.vetrina.events.Topics;
import dev.vetrina.kit.consumer.EventConsumer;
import dev.vetrina.kit.consumer.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Feeds the view. Every event carries the whole state, so an older one than the row is simply not applied. */
@ApplicationScoped
class CatalogEventConsumer implements EventConsumer {

    private final OfferRepository offers;
    private final BrandRepository brands;
    private final MarketRepository markets;
    private final PriceHistory history;

    CatalogEventConsumer(
            OfferRepository offers, BrandRepository brands, MarketRepository markets, PriceHistory history) {
        this.history = history;
        this.offers = offers;
        this.brands = brands;
        this.markets = markets;
    }

    @Override
    public String name() {
        return "offers";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.CATALOG_PRODUCTS, Topics.CATALOG_BRANDS, Topics.CATALOG_MARKETS);
    }

    @Override
    public Repeats repeats() {
        return Repeats.BY_SEQUENCE;
    }

    @Override
    public void on(ReceivedEvent received) {
        switch (received.event()) {
            case ProductChanged product -> apply(product, received.occurredAt());
            case BrandChanged brand -> apply(brand);
            case MarketChanged market -> apply(market);
            default -> {
                // Other events of these topics are none of this view's business.
            }
        }
    }

    private void apply(ProductChanged product, Instant at) {
        Map<UUID, OfferRow> known = new HashMap<>();
        for (OfferRow row : offers.ofProduct(product.productId())) {
            if (row.knows(product)) {
                return;
            }
            known.put(row.variantId(), row);
        }
        for (Variant variant : product.variants()) {
            OfferRow row = known.remove(variant.variantId());
            if (row == null) {
                row = new OfferRow(product, variant);
                offers.persist(row);
            } else {
                history.record(variant.variantId(), row.prices(), at);
                row.apply(product, variant);
            }
            history.record(variant.variantId(), row.prices(), at);
        }
        known.values().forEach(offers::delete);
    }

    private void apply(BrandChanged event) {
        BrandRow row = brands.findById(event.brandId());
        if (row == null) {
            brands.persist(new BrandRow(event));
        } else if (!row.knows(event)) {
            row.apply(event);
        }
    }

    private void apply(MarketChanged event) {
        MarketRow row = markets.findById(event.code());
        if (row == null) {
            markets.persist(new MarketRow(event));
        } else if (!row.knows(event)) {
            row.apply(event);
        }
    }
}

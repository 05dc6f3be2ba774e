package dev.vetrina.events;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Published by catalog-service. Each event carries the whole state of its key, so that a compacted topic is a snapshot. */
public sealed interface CatalogEvent extends DomainEvent {

    /** A brand was registered, renamed, suspended or reinstated. */
    @EventType("brand.changed.v1")
    record BrandChanged(UUID brandId, long sequence, String name, BrandStatus status) implements CatalogEvent {
        @Override
        public String topic() {
            return Topics.CATALOG_BRANDS;
        }

        @Override
        public String key() {
            return brandId.toString();
        }
    }

    enum BrandStatus {
        ACTIVE,
        SUSPENDED
    }

    /**
     * A market was created or changes its stage. Every view switches from {@code previousStage} to {@code stage} by its own
     * clock at {@code effectiveAt}, so that buyers and checkout see the same.
     *
     * @param code ISO 3166 country code
     * @param currency ISO 4217 code
     */
    @EventType("market.changed.v1")
    record MarketChanged(
            String code,
            long sequence,
            String currency,
            TaxTreatment taxTreatment,
            List<String> languages,
            MarketStage previousStage,
            MarketStage stage,
            Instant effectiveAt)
            implements CatalogEvent {
        @Override
        public String topic() {
            return Topics.CATALOG_MARKETS;
        }

        @Override
        public String key() {
            return code;
        }

        public MarketStage stageAt(Instant now) {
            return now.isBefore(effectiveAt) ? previousStage : stage;
        }
    }

    /** Whether the prices shown in a market contain its sales tax. */
    enum TaxTreatment {
        INCLUSIVE,
        EXCLUSIVE
    }

    enum MarketStage {
        PLANNED,
        PILOT,
        LAUNCHED,
        PAUSED,
        WITHDRAWN;

        /** Whether goods can be bought in a market of this stage. */
        public boolean open() {
            return this == PILOT || this == LAUNCHED;
        }
    }

    /** A product or one of its variants or prices changed. Only an active product may be shown or sold. */
    @EventType("product.changed.v1")
    record ProductChanged(
            UUID productId,
            long sequence,
            UUID brandId,
            @Nullable String externalId,
            String title,
            @Nullable String imageUrl,
            ProductStatus status,
            List<Variant> variants)
            implements CatalogEvent {
        @Override
        public String topic() {
            return Topics.CATALOG_PRODUCTS;
        }

        @Override
        public String key() {
            return productId.toString();
        }
    }

    enum ProductStatus {
        DRAFT,
        ACTIVE,
        INACTIVE,
        ARCHIVED
    }

    /**
     * One thing that can be bought: a product in one size, colour or whatever it is chosen by.
     *
     * @param options the choices that make the variant, such as Size: M, in the order in which they are shown
     * @param prices the price in force in each market and those announced for later
     */
    record Variant(
            UUID variantId,
            @Nullable String sku,
            @Nullable String gtin,
            String title,
            Map<String, String> options,
            List<Price> prices) {}

    /** The price of a variant in a market from {@code effectiveAt} until the next one takes effect. */
    record Price(String market, Money price, Instant effectiveAt) {}

    /** An import named the quantity of a variant. Applied once, if the variant has no stock movement yet. */
    @EventType("variant.stock-declared.v1")
    record VariantStockDeclared(
            UUID variantId, long sequence, UUID productId, UUID brandId, long quantity, UUID importId)
            implements CatalogEvent {
        @Override
        public String topic() {
            return Topics.CATALOG_PRODUCTS;
        }

        @Override
        public String key() {
            return variantId.toString();
        }
    }
}

package dev.vetrina.catalog.product;

import dev.vetrina.events.CatalogEvent;
import java.util.Set;

/** Whether a product is offered. */
enum ProductStatus {
    /** Being prepared; never shown so far. */
    DRAFT,
    /** Shown and sold wherever it has a price and the market is open. */
    ACTIVE,
    /** Withdrawn; may be published again. */
    INACTIVE;

    private Set<ProductStatus> next() {
        return switch (this) {
            case DRAFT, INACTIVE -> Set.of(ACTIVE);
            case ACTIVE -> Set.of(INACTIVE);
        };
    }

    boolean leadsTo(ProductStatus other) {
        return next().contains(other);
    }

    CatalogEvent.ProductStatus published() {
        return CatalogEvent.ProductStatus.valueOf(name());
    }
}

package dev.vetrina.order.offer;

import dev.vetrina.events.CatalogEvent.ProductChanged;
import dev.vetrina.events.CatalogEvent.ProductStatus;
import dev.vetrina.events.CatalogEvent.Variant;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A variant as the catalogue last described it. */
@Entity
@Table(name = "offer")
class OfferRow {

    @Id
    private UUID variantId;

    private UUID productId;
    private UUID brandId;
    private long sequence;
    private String title;
    private boolean active;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<OfferPrice> prices;

    @SuppressWarnings("NullAway.Init")
    protected OfferRow() {}

    @SuppressWarnings("NullAway.Init")
    OfferRow(ProductChanged product, Variant variant) {
        this.variantId = variant.variantId();
        apply(product, variant);
    }

    final void apply(ProductChanged product, Variant variant) {
        productId = product.productId();
        brandId = product.brandId();
        sequence = product.sequence();
        title = variant.title().isEmpty() ? product.title() : product.title() + " – " + variant.title();
        active = product.status() == ProductStatus.ACTIVE;
        prices = variant.prices().stream()
                .map(price -> new OfferPrice(price.market(), price.price(), price.effectiveAt()))
                .toList();
    }

    List<OfferPrice> prices() {
        return prices;
    }

    boolean knows(ProductChanged product) {
        return sequence >= product.sequence();
    }

    UUID variantId() {
        return variantId;
    }

    Offer toOffer(boolean brandActive) {
        return new Offer(variantId, productId, brandId, title, active && brandActive, prices);
    }

    UUID brandId() {
        return brandId;
    }
}

package dev.vetrina.catalog.product;

import dev.vetrina.events.CatalogEvent;
import dev.vetrina.events.CatalogEvent.VariantStockDeclared;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing that can be bought; stock, prices and order lines are keyed by its id. */
@Entity
class Variant {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "product_id")
    private Product product;

    private UUID brandId;
    private int position;

    private @Nullable String sku;

    private @Nullable String gtin;

    private String title;

    @Convert(converter = OptionsJson.class)
    private Map<String, String> options;

    private @Nullable Long declaredQuantity;

    private long stockDeclarations;

    @SuppressWarnings("NullAway.Init")
    protected Variant() {}

    Variant(UUID id, Product product, UUID brandId, int position, VariantDetails details) {
        this.id = id;
        this.product = product;
        this.brandId = brandId;
        this.position = position;
        this.title = details.title();
        this.options = new LinkedHashMap<>(details.options());
        this.sku = details.sku();
        this.gtin = details.gtin();
    }

    /** @return whether anything changed */
    boolean describe(VariantDetails details) {
        if (details.equals(details())) {
            return false;
        }
        sku = details.sku();
        gtin = details.gtin();
        title = details.title();
        options = new LinkedHashMap<>(details.options());
        return true;
    }

    /**
     * A file named the quantity of this variant.
     *
     * @return the event, or empty if the same quantity was the last one declared
     */
    Optional<VariantStockDeclared> declareStock(long quantity, UUID importId) {
        if (Objects.equals(declaredQuantity, quantity)) {
            return Optional.empty();
        }
        declaredQuantity = quantity;
        stockDeclarations++;
        return Optional.of(new VariantStockDeclared(id, stockDeclarations, product.id(), brandId, quantity, importId));
    }

    VariantDetails details() {
        return new VariantDetails(sku, gtin, title, options);
    }

    CatalogEvent.Variant published(List<CatalogEvent.Price> prices) {
        return new CatalogEvent.Variant(id, sku, gtin, title, new LinkedHashMap<>(options), prices);
    }

    VariantView view(List<PriceView> prices) {
        return new VariantView(id, sku, gtin, title, new LinkedHashMap<>(options), prices);
    }

    UUID id() {
        return id;
    }

    UUID productId() {
        return product.id();
    }

    int position() {
        return position;
    }

    @Nullable
    String sku() {
        return sku;
    }

    @Nullable
    String gtin() {
        return gtin;
    }

    Map<String, String> options() {
        return options;
    }
}

package dev.vetrina.catalog.product;

import dev.vetrina.catalog.product.ImportedProduct.ImportedVariant;
import dev.vetrina.events.CatalogEvent.VariantStockDeclared;
import dev.vetrina.kit.id.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a file does to one product. */
final class ProductMerge {

    private final Product product;
    private final ImportedProduct file;
    private final PriceList prices;
    private final Instant now;
    private final List<Price> newPrices = new ArrayList<>();
    private final List<VariantStockDeclared> declarations = new ArrayList<>();
    private boolean changed;

    ProductMerge(Product product, ImportedProduct file, PriceList prices, Instant now) {
        this.product = product;
        this.file = file;
        this.prices = prices;
        this.now = now;
        this.changed = product.describe(file.details().orElse(product.details()));
    }

    void add(ImportedVariant row) {
        Optional<Variant> known = known(row);
        VariantDetails details = VariantDetails.titled(
                kept(row.sku(), known.map(Variant::sku)),
                kept(row.gtin(), known.map(Variant::gtin)),
                null,
                row.options(),
                product.details().title());
        Variant variant = known.orElseGet(() -> product.addVariant(Ids.next(), details));
        changed |= known.isEmpty() || variant.describe(details);
        Pricing.change(product, variant, file.market(), row.price(), null, prices, now)
                .ifPresent(this::addPrice);
        Long quantity = row.quantity();
        if (quantity != null) {
            variant.declareStock(quantity, file.importId()).ifPresent(declarations::add);
        }
    }

    private static @Nullable String kept(@Nullable String named, Optional<String> known) {
        return named != null ? named : known.orElse(null);
    }

    private Optional<Variant> known(ImportedVariant row) {
        Optional<Variant> bySku = product.variants().stream()
                .filter(variant -> row.sku() != null && row.sku().equals(variant.sku()))
                .findFirst();
        return bySku.or(() -> product.variants().stream()
                .filter(variant -> variant.options().equals(row.options()))
                .findFirst());
    }

    private void addPrice(Price price) {
        prices.add(price);
        newPrices.add(price);
        changed = true;
    }

    /** @return whether the product changed in any way */
    boolean finish() {
        if (file.publish()) {
            changed |= product.publish();
        }
        return changed;
    }

    PriceList prices() {
        return prices;
    }

    List<Price> newPrices() {
        return newPrices;
    }

    List<VariantStockDeclared> declarations() {
        return declarations;
    }
}

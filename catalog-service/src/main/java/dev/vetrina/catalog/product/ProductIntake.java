package dev.vetrina.catalog.product;

import dev.vetrina.catalog.brand.Brands;
import dev.vetrina.catalog.product.ImportedProduct.ImportedVariant;
import dev.vetrina.catalog.product.IntakeResult.Outcome;
import dev.vetrina.catalog.product.IntakeResult.RefusedVariant;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Takes products from files. A product is recognised by its external id and a variant by its SKU or else its options, so the
 * same file twice changes nothing the second time. What a file does not mention stays as it is.
 */
@ApplicationScoped
public class ProductIntake {

    private final ProductRepository products;
    private final PriceRepository prices;
    private final ProductChanges changes;
    private final Brands brands;
    private final Outbox outbox;

    ProductIntake(
            ProductRepository products, PriceRepository prices, ProductChanges changes, Brands brands, Outbox outbox) {
        this.products = products;
        this.prices = prices;
        this.changes = changes;
        this.brands = brands;
        this.outbox = outbox;
    }

    /** @throws dev.vetrina.kit.problem.ProblemException if a rule is broken by the product as a whole */
    @Transactional
    public IntakeResult take(ImportedProduct file) {
        brands.requireActive(file.brandId());
        Optional<Product> known = products.findForChange(file.brandId(), file.externalId());
        // Read once the product is locked: whoever held it may have changed prices meanwhile.
        Instant now = changes.now();
        Product product = known.orElseGet(
                () -> Product.draft(Ids.next(), file.brandId(), file.externalId(), file.details(), now));
        List<RefusedVariant> refused = new ArrayList<>();
        List<ImportedVariant> wanted = acceptable(product, file, refused);
        if (wanted.isEmpty()) {
            return new IntakeResult(Outcome.REFUSED, refused);
        }
        PriceList list = known.isPresent() ? prices.current(product.id(), now) : PriceList.of(List.of(), now);
        ProductMerge merge = new ProductMerge(product, file, list, now);
        wanted.forEach(merge::add);
        boolean changed = merge.finish();
        product.requireDistinctVariants();
        write(product, merge, known.isEmpty(), changed);
        return new IntakeResult(known.isEmpty() ? Outcome.CREATED : Outcome.UPDATED, refused);
    }

    private void write(Product product, ProductMerge merge, boolean isNew, boolean changed) {
        if (isNew) {
            changes.insert(product, merge.prices());
        } else if (changed) {
            merge.newPrices().forEach(prices::persist);
            changes.save(product, merge.prices());
        }
        outbox.publishAll(merge.declarations());
    }

    /** A SKU that another product of the brand carries, or that the product names twice, is refused for its row only. */
    private List<ImportedVariant> acceptable(Product product, ImportedProduct file, List<RefusedVariant> refused) {
        List<String> skus = file.variants().stream()
                .map(ImportedVariant::sku)
                .filter(Objects::nonNull)
                .toList();
        Set<String> taken =
                new HashSet<>(skus.isEmpty() ? Set.of() : products.skusOfOthers(file.brandId(), product.id(), skus));
        List<ImportedVariant> acceptable = new ArrayList<>();
        Set<Object> seenOptions = new HashSet<>();
        for (ImportedVariant variant : file.variants()) {
            String sku = variant.sku();
            if (sku != null && !taken.add(sku)) {
                refused.add(new RefusedVariant(
                        variant.row(), "sku", "sku-taken", "Another variant of the brand has this SKU."));
            } else if (!seenOptions.add(variant.options())) {
                refused.add(new RefusedVariant(
                        variant.row(), "options", "duplicate-options", "An earlier row has the same options."));
            } else {
                acceptable.add(variant);
            }
        }
        return acceptable;
    }
}

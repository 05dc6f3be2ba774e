package dev.vetrina.catalog.product;

import dev.vetrina.catalog.brand.Brands;
import dev.vetrina.catalog.market.Markets;
import dev.vetrina.kit.http.Preconditions;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.problem.Violation;
import dev.vetrina.kit.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a brand does with its products. */
@ApplicationScoped
class ProductService {

    private final ProductAccess access;
    private final PriceRepository prices;
    private final ProductChanges changes;
    private final ProductViews views;
    private final Brands brands;
    private final Markets markets;
    private final Caller caller;

    ProductService(
            ProductAccess access,
            PriceRepository prices,
            ProductChanges changes,
            ProductViews views,
            Brands brands,
            Markets markets,
            Caller caller) {
        this.access = access;
        this.prices = prices;
        this.changes = changes;
        this.views = views;
        this.brands = brands;
        this.markets = markets;
        this.caller = caller;
    }

    @Transactional
    public ProductView create(CreateProductRequest request) {
        caller.requireBrand(request.brandId());
        brands.requireActive(request.brandId());
        List<Violation> violations = Pricing.violations(request.variants(), markets.all());
        if (!violations.isEmpty()) {
            throw ProblemException.invalid(violations);
        }
        Instant now = changes.now();
        Product product = Product.draft(Ids.next(), request.brandId(), request.externalId(), request.details(), now);
        PriceList list = PriceList.of(List.of(), now);
        for (NewVariant wanted : request.variants()) {
            Variant variant = product.addVariant(Ids.next(), wanted.details(request.title()));
            for (InitialPrice initial : wanted.initialPrices()) {
                list.add(new Price(
                        Ids.next(), variant, initial.market(), initial.price().money(), now, now));
            }
        }
        product.requireDistinctVariants();
        changes.insert(product, list);
        return views.view(product, list);
    }

    @Transactional
    public ProductView update(UUID id, @Nullable String ifMatch, UpdateProductRequest request) {
        Product product = access.getForChange(id);
        Preconditions.requireMatch(ifMatch, product.version());
        requireEveryVariant(product, request.variants());
        boolean changed = product.describe(request.details());
        for (UpdateProductRequest.EditedVariant edited : request.variants()) {
            VariantDetails details = edited.details(request.title());
            if (edited.id() == null) {
                product.addVariant(Ids.next(), details);
                changed = true;
            } else {
                changed |= product.variant(edited.id()).orElseThrow().describe(details);
            }
        }
        product.requireDistinctVariants();
        return afterChange(product, changed);
    }

    @Transactional
    public ProductView publish(UUID id) {
        Product product = access.getForChange(id);
        brands.requireActive(product.brandId());
        if (prices.current(id, changes.now()).isEmpty()) {
            throw ProblemException.conflict("no-price", "A product without a price in any market cannot be sold.");
        }
        return afterChange(product, product.publish());
    }

    @Transactional
    public ProductView withdraw(UUID id) {
        Product product = access.getForChange(id);
        return afterChange(product, product.withdraw());
    }

    private static void requireEveryVariant(Product product, List<UpdateProductRequest.EditedVariant> edited) {
        List<UUID> named = edited.stream()
                .map(UpdateProductRequest.EditedVariant::id)
                .filter(id -> id != null)
                .toList();
        Set<UUID> existing = product.variants().stream().map(Variant::id).collect(Collectors.toSet());
        if (named.size() != existing.size() || !existing.equals(Set.copyOf(named))) {
            throw ProblemException.invalid("variants", "must name every variant of the product once");
        }
    }

    private ProductView afterChange(Product product, boolean changed) {
        PriceList list = prices.current(product.id(), changes.now());
        if (changed) {
            changes.save(product, list);
        }
        return views.view(product, list);
    }
}

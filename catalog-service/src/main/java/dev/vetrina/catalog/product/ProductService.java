package dev.vetrina.catalog.product;

import dev.vetrina.catalog.brand.Brands;
import dev.vetrina.catalog.market.Markets;
import dev.vetrina.kit.http.Page;
import dev.vetrina.kit.http.PageParams;
import dev.vetrina.kit.http.Preconditions;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.problem.Violation;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.kit.security.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a brand does with its products, and who sees them. */
@ApplicationScoped
class ProductService {

    private final ProductRepository products;
    private final PriceRepository prices;
    private final ProductChanges changes;
    private final ProductViews views;
    private final Brands brands;
    private final Markets markets;
    private final Caller caller;

    ProductService(
            ProductRepository products,
            PriceRepository prices,
            ProductChanges changes,
            ProductViews views,
            Brands brands,
            Markets markets,
            Caller caller) {
        this.products = products;
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
        Product product = getForChange(id);
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
        Product product = getForChange(id);
        brands.requireActive(product.brandId());
        if (prices.current(id, changes.now()).isEmpty()) {
            throw ProblemException.conflict("no-price", "A product without a price in any market cannot be sold.");
        }
        return afterChange(product, product.publish());
    }

    @Transactional
    public ProductView withdraw(UUID id) {
        Product product = getForChange(id);
        return afterChange(product, product.withdraw());
    }

    @Transactional
    public ProductView get(UUID id) {
        Product product = products.get(id);
        if (!views.manages(product.brandId()) && !products.isPublic(id, markets.open(), changes.now())) {
            throw ProblemException.notFound("product", id);
        }
        return views.view(product, changes.now());
    }

    @Transactional
    public Page<ProductView> list(ProductQuery query, PageParams page) {
        Instant now = changes.now();
        List<Product> rows = products.page(filter(query, now), page.after(), page.limit());
        return Page.byId(rows, page, Product::id, views.views(rows, now));
    }

    /** Locked. 404 for what the caller may not see, 403 for what it may see but not change. */
    Product getForChange(UUID id) {
        Product product = products.getForChange(id);
        if (views.manages(product.brandId())) {
            return product;
        }
        if (products.isPublic(id, markets.open(), changes.now())) {
            throw ProblemException.forbidden("This belongs to another brand.");
        }
        throw ProblemException.notFound("product", id);
    }

    private ProductFilter filter(ProductQuery query, Instant now) {
        Optional<String> market = Optional.ofNullable(query.market);
        if (market.isPresent() && markets.terms(market.get()).isEmpty()) {
            throw ProblemException.invalid("market", "is not a market");
        }
        Optional<UUID> brandId = Optional.ofNullable(query.brandId);
        boolean manages =
                caller.is(Roles.OPERATOR) || brandId.filter(views::manages).isPresent();
        Set<String> open = markets.open();
        open.removeIf(code -> market.filter(asked -> !asked.equals(code)).isPresent());
        ProductFilter filter = manages ? ProductFilter.all() : ProductFilter.everyone(open, now);
        if (manages && market.isPresent()) {
            filter.pricedIn(Set.of(market.get()), now);
        }
        brandId.ifPresent(id -> filter.and("product.brandId = :brandId", "brandId", id));
        Optional.ofNullable(query.status).ifPresent(status -> filter.and("product.status = :status", "status", status));
        Optional.ofNullable(query.externalId)
                .ifPresent(id -> filter.and("product.externalId = :externalId", "externalId", id));
        return filter;
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

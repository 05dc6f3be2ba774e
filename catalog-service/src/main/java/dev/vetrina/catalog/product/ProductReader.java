package dev.vetrina.catalog.product;

import dev.vetrina.catalog.market.Markets;
import dev.vetrina.kit.http.Freshness;
import dev.vetrina.kit.http.Page;
import dev.vetrina.kit.http.PageParams;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.kit.security.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Products for whoever asks. */
@ApplicationScoped
class ProductReader {

    private final ProductAccess access;
    private final ProductRepository products;
    private final ProductChanges changes;
    private final ProductViews views;
    private final Markets markets;
    private final PriceRepository prices;
    private final Freshness freshness;
    private final Caller caller;

    ProductReader(
            ProductAccess access,
            ProductRepository products,
            ProductChanges changes,
            ProductViews views,
            Markets markets,
            PriceRepository prices,
            Freshness freshness,
            Caller caller) {
        this.access = access;
        this.products = products;
        this.changes = changes;
        this.views = views;
        this.markets = markets;
        this.prices = prices;
        this.freshness = freshness;
        this.caller = caller;
    }

    @Transactional
    public ProductView get(UUID id) {
        Instant now = changes.now();
        untilNextChange(now);
        return views.view(access.get(id), now);
    }

    @Transactional
    public Page<ProductView> list(ProductQuery query, PageParams page) {
        Instant now = changes.now();
        untilNextChange(now);
        List<Product> rows = products.page(filter(query, now), page.after(), page.limit());
        return Page.byId(rows, page, Product::id, views.views(rows, now));
    }

    /** A price or a stage also makes products appear that are not shown yet, so that of any product counts. */
    private void untilNextChange(Instant now) {
        prices.nextChange(now).ifPresent(freshness::until);
        markets.nextChange(now).ifPresent(freshness::until);
    }

    private ProductFilter filter(ProductQuery query, Instant now) {
        Optional<String> market = Optional.ofNullable(query.market);
        if (market.isPresent() && markets.terms(market.get()).isEmpty()) {
            throw ProblemException.invalid("market", "is not a market");
        }
        Optional<UUID> brandId = Optional.ofNullable(query.brandId);
        boolean manages =
                caller.is(Roles.OPERATOR) || brandId.filter(views::manages).isPresent();
        Set<String> open = new HashSet<>(markets.open());
        market.ifPresent(asked -> open.retainAll(Set.of(asked)));
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
}

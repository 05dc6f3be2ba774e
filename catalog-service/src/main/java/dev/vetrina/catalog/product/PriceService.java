package dev.vetrina.catalog.product;

import dev.vetrina.catalog.market.MarketTerms;
import dev.vetrina.catalog.market.Markets;
import dev.vetrina.kit.http.Page;
import dev.vetrina.kit.http.PageParams;
import dev.vetrina.kit.http.Preconditions;
import dev.vetrina.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a variant costs where, now, soon and before. */
@ApplicationScoped
class PriceService {

    private final ProductAccess access;
    private final ProductRepository repository;
    private final PriceRepository prices;
    private final ProductChanges changes;
    private final ProductViews views;
    private final Markets markets;

    PriceService(
            ProductAccess access,
            ProductRepository repository,
            PriceRepository prices,
            ProductChanges changes,
            ProductViews views,
            Markets markets) {
        this.access = access;
        this.repository = repository;
        this.prices = prices;
        this.changes = changes;
        this.views = views;
        this.markets = markets;
    }

    @Transactional
    public ProductView set(
            UUID productId, UUID variantId, String market, @Nullable String ifMatch, SetPriceRequest request) {
        Product product = access.getForChange(productId);
        Variant variant = product.variant(variantId).orElseThrow(() -> ProblemException.notFound("variant", variantId));
        MarketTerms terms = markets.terms(market).orElseThrow(() -> ProblemException.notFound("market", market));
        Preconditions.requireMatch(ifMatch, product.version());
        if (!terms.currency().equals(request.price().currency())) {
            throw ProblemException.invalid("price.currency", "must be " + terms.currency());
        }
        Instant now = changes.now();
        Instant at =
                request.effectiveAt() == null ? null : request.effectiveAt().truncatedTo(ChronoUnit.MICROS);
        PriceList list = prices.current(productId, now);
        Optional<Price> change =
                Pricing.change(product, variant, market, request.price().money(), at, list, now);
        if (change.isPresent()) {
            prices.persist(change.get());
            list.add(change.get());
            changes.save(product, list);
        }
        return views.view(product, list);
    }

    @Transactional
    public Page<RecordedPriceView> history(UUID productId, UUID variantId, PageParams page) {
        Product product = repository.get(productId);
        if (!views.manages(product.brandId())) {
            throw ProblemException.notFound("product", productId);
        }
        if (product.variant(variantId).isEmpty()) {
            throw ProblemException.notFound("variant", variantId);
        }
        return Page.byId(prices.history(variantId, page), page, Price::id, Price::historyView);
    }
}

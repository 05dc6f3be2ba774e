package dev.vetrina.catalog.product;

import dev.vetrina.catalog.market.Markets;
import dev.vetrina.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Who sees a product and who may change it. */
@ApplicationScoped
class ProductAccess {

    private final ProductRepository products;
    private final ProductViews views;
    private final Markets markets;
    private final ProductChanges changes;

    ProductAccess(ProductRepository products, ProductViews views, Markets markets, ProductChanges changes) {
        this.products = products;
        this.views = views;
        this.markets = markets;
        this.changes = changes;
    }

    /** 404 for what the caller may not see. */
    Product get(UUID id) {
        Product product = products.get(id);
        if (views.manages(product.brandId()) || isPublic(id)) {
            return product;
        }
        throw ProblemException.notFound("product", id);
    }

    /** Locked. 404 for what the caller may not see, 403 for what it may see but not change. */
    Product getForChange(UUID id) {
        Product product = products.getForChange(id);
        if (views.manages(product.brandId())) {
            return product;
        }
        if (isPublic(id)) {
            throw ProblemException.forbidden("This belongs to another brand.");
        }
        throw ProblemException.notFound("product", id);
    }

    private boolean isPublic(UUID id) {
        return products.isPublic(id, markets.open(), changes.now());
    }
}

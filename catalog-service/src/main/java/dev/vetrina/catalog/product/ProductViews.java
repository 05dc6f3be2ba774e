package dev.vetrina.catalog.product;

import dev.vetrina.kit.security.Caller;
import dev.vetrina.kit.security.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Products as the caller may see them: announced prices are the brand's own business until they take effect. */
@ApplicationScoped
class ProductViews {

    private final PriceRepository prices;
    private final Caller caller;

    ProductViews(PriceRepository prices, Caller caller) {
        this.prices = prices;
        this.caller = caller;
    }

    boolean manages(UUID brandId) {
        return caller.is(Roles.OPERATOR)
                || caller.brandId().filter(brandId::equals).isPresent();
    }

    ProductView view(Product product, PriceList list) {
        boolean announced = manages(product.brandId());
        return product.view(product.variants().stream()
                .map(variant -> variant.view(list.view(variant.id(), announced)))
                .toList());
    }

    ProductView view(Product product, Instant now) {
        return view(product, prices.current(product.id(), now));
    }

    /** For a whole page, with one statement for all prices. */
    Function<Product, ProductView> views(Collection<Product> products, Instant now) {
        Map<UUID, PriceList> lists =
                prices.current(products.stream().map(Product::id).toList(), now);
        return product -> view(product, lists.getOrDefault(product.id(), PriceList.of(java.util.List.of(), now)));
    }
}

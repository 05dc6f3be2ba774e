package dev.vetrina.catalog.product;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Which products a list shows; grows by conditions that must all hold. */
final class ProductFilter {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    private ProductFilter() {}

    /** Whatever there is. */
    static ProductFilter all() {
        return new ProductFilter();
    }

    /** What everyone may see: on sale, of an active brand, with a price in force in one of the open markets. */
    static ProductFilter everyone(Set<String> openMarkets, Instant now) {
        return all().and("product.status = :active", "active", ProductStatus.ACTIVE)
                .and("exists (select 1 from Brand brand where brand.id = product.brandId and brand.status = 'ACTIVE')")
                .pricedIn(openMarkets, now);
    }

    ProductFilter pricedIn(Set<String> markets, Instant now) {
        parameters.put("now", now);
        return and(
                "exists (select 1 from Price price where price.productId = product.id and price.market in :markets"
                        + " and price.effectiveAt <= :now)",
                "markets",
                markets);
    }

    ProductFilter and(String condition, String parameter, Object value) {
        parameters.put(parameter, value);
        return and(condition);
    }

    private ProductFilter and(String condition) {
        conditions.add(condition);
        return this;
    }

    /** @param after the id behind which the page starts */
    String query(Optional<UUID> after) {
        List<String> all = new ArrayList<>(conditions);
        after.ifPresent(id -> all.add("product.id > :after"));
        String where = all.isEmpty() ? "" : " where " + String.join(" and ", all);
        return "from Product product" + where + " order by product.id";
    }

    Map<String, Object> parameters(Optional<UUID> after) {
        Map<String, Object> all = new HashMap<>(parameters);
        after.ifPresent(id -> all.put("after", id));
        return all;
    }
}

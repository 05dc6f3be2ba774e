package dev.vetrina.catalog.product;

import dev.vetrina.kit.http.PageParams;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

@ApplicationScoped
class PriceRepository implements PanacheRepositoryBase<Price, UUID> {

    /** The prices in force or announced, of however long a history, by product. */
    Map<UUID, PriceList> current(Collection<UUID> productIds, Instant now) {
        String current = """
                from Price price
                where price.productId in ?1 and (price.effectiveAt > ?2 or price.effectiveAt = (
                    select max(earlier.effectiveAt) from Price earlier
                    where earlier.variantId = price.variantId and earlier.market = price.market
                      and earlier.effectiveAt <= ?2))
                """;
        Map<UUID, List<Price>> byProduct =
                list(current, productIds, now).stream().collect(Collectors.groupingBy(Price::productId));
        return productIds.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(), id -> PriceList.of(byProduct.getOrDefault(id, List.of()), now)));
    }

    PriceList current(UUID productId, Instant now) {
        return current(List.of(productId), now).getOrDefault(productId, PriceList.of(List.of(), now));
    }

    /** When the next announced price takes effect, of whatever product. */
    Optional<Instant> nextChange(Instant now) {
        return getEntityManager()
                .createQuery(
                        "select min(price.effectiveAt) from Price price where price.effectiveAt > :now", Instant.class)
                .setParameter("now", now)
                .getResultStream()
                .filter(Objects::nonNull)
                .findFirst();
    }

    List<Price> history(UUID variantId, PageParams page) {
        return page.after()
                .map(after -> find("variantId = ?1 and id > ?2 order by id", variantId, after))
                .orElseGet(() -> find("variantId = ?1 order by id", variantId))
                .range(0, page.limit())
                .list();
    }
}

package dev.vetrina.catalog.product;

import dev.vetrina.kit.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;

@ApplicationScoped
class ProductRepository implements PanacheRepositoryBase<Product, UUID> {

    Product get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("product", id));
    }

    /** Locked, so that changes of one product follow each other. */
    Product getForChange(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> ProblemException.notFound("product", id));
    }

    Optional<Product> findForChange(UUID brandId, String externalId) {
        return find("brandId = ?1 and externalId = ?2", brandId, externalId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    List<Product> page(ProductFilter filter, Optional<UUID> after, int limit) {
        return find(filter.query(after), filter.parameters(after))
                .range(0, limit)
                .list();
    }

    /** Whether everyone may see it: on sale, of an active brand, with a price in force in one of the markets. */
    boolean isPublic(UUID id, Set<String> openMarkets, Instant now) {
        ProductFilter filter = ProductFilter.everyone(openMarkets, now).and("product.id = :id", "id", id);
        return count(filter.query(Optional.empty()), filter.parameters(Optional.empty())) > 0;
    }

    /** Which of these SKUs other products of the brand carry. */
    Set<String> skusOfOthers(UUID brandId, UUID productId, Collection<String> skus) {
        return getEntityManager()
                .createQuery("""
                        select variant.sku from Variant variant
                        where variant.brandId = :brand and variant.product.id <> :product and variant.sku in :skus
                        """, String.class)
                .setParameter("brand", brandId)
                .setParameter("product", productId)
                .setParameter("skus", skus)
                .getResultStream()
                .collect(Collectors.toSet());
    }

    /** @throws ProblemException 409 if an id that may be used once in a brand is taken */
    void flushChange() {
        try {
            flush();
            // Deferred until here, so that one edit may pass a SKU from one variant to another.
            getEntityManager()
                    .createNativeQuery("set constraints variant_sku_once immediate")
                    .executeUpdate();
        } catch (ConstraintViolationException e) {
            throw taken(e);
        }
    }

    private static RuntimeException taken(ConstraintViolationException e) {
        return switch (String.valueOf(e.getConstraintName())) {
            case "product_external_id_once" ->
                ProblemException.conflict("external-id-taken", "Another product of the brand has this externalId.");
            case "variant_sku_once" ->
                ProblemException.conflict("sku-taken", "Another variant of the brand has this SKU.");
            default -> e;
        };
    }
}

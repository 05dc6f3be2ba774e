package dev.vetrina.order.webhook;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class EndpointRepository implements PanacheRepositoryBase<EndpointRow, UUID> {

    /** Until the transaction ends nobody else registers or disables an endpoint of this brand. */
    void lockBrand(UUID brandId) {
        var _ = getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, 7161676840))")
                .setParameter(1, brandId.toString())
                .getSingleResult();
    }

    Optional<UUID> brandOf(UUID id) {
        return find("select brandId from EndpointRow where id = ?1", id)
                .project(UUID.class)
                .firstResultOptional();
    }

    long countOf(UUID brandId) {
        return count("brandId", brandId);
    }

    /** @param brandId whose, or null for everybody's */
    List<EndpointRow> list(@Nullable UUID brandId, UUID after, int rows) {
        return brandId == null
                ? find("id > ?1 order by id", after).page(0, rows).list()
                : find("brandId = ?1 and id > ?2 order by id", brandId, after)
                        .page(0, rows)
                        .list();
    }
}

package dev.vetrina.live.card;

import dev.vetrina.events.CatalogEvent.BrandChanged;
import dev.vetrina.events.CatalogEvent.BrandStatus;
import dev.vetrina.kit.security.BrandStanding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Which brands are suspended. One of which nothing is known is not. */
@ApplicationScoped
class BrandRepository implements BrandStanding {

    private final EntityManager database;

    BrandRepository(EntityManager database) {
        this.database = database;
    }

    /** Applies a newer state. Returns whether the brand was suspended before, or empty if the state is not newer. */
    Optional<Boolean> apply(BrandChanged brand) {
        return database
                .createNativeQuery("""
                        insert into brand (brand_id, sequence, suspended) values (?1, ?2, ?3)
                        on conflict (brand_id) do update
                            set sequence = excluded.sequence, suspended = excluded.suspended
                            where brand.sequence < excluded.sequence
                        returning coalesce(old.suspended, false)
                        """, Boolean.class)
                .setParameter(1, brand.brandId())
                .setParameter(2, brand.sequence())
                .setParameter(3, brand.status() == BrandStatus.SUSPENDED)
                .getResultList()
                .stream()
                .map(Boolean.class::cast)
                .findFirst();
    }

    @Override
    @Transactional
    public boolean suspended(UUID brandId) {
        return !suspended(Set.of(brandId)).isEmpty();
    }

    Set<UUID> suspended(Collection<UUID> brandIds) {
        Set<UUID> suspended = new HashSet<>();
        if (!brandIds.isEmpty()) {
            database.createNativeQuery("select brand_id from brand where suspended and brand_id in (?1)", UUID.class)
                    .setParameter(1, Set.copyOf(brandIds))
                    .getResultList()
                    .forEach(brandId -> suspended.add((UUID) brandId));
        }
        return suspended;
    }
}

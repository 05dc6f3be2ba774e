package dev.vetrina.live.card;

import dev.vetrina.events.StockEvent.StockLevelChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.query.NativeQuery;

/** How much of each variant is available. A variant of which nothing is known was never put on sale. */
@ApplicationScoped
class StockRepository {

    private final EntityManager database;

    StockRepository(EntityManager database) {
        this.database = database;
    }

    /** Applies a newer level. Returns what was available before, or empty if the level is not newer. */
    Optional<Long> apply(StockLevelChanged level) {
        List<Tuple> applied = database.createNativeQuery("""
                        insert into stock_level (variant_id, sequence, available) values (?1, ?2, ?3)
                        on conflict (variant_id) do update
                            set sequence = excluded.sequence, available = excluded.available
                            where stock_level.sequence < excluded.sequence
                        returning coalesce(old.available, 0) as before
                        """, Tuple.class)
                .unwrap(NativeQuery.class)
                .addScalar("before", Long.class)
                .setParameter(1, level.variantId())
                .setParameter(2, level.sequence())
                .setParameter(3, level.available())
                .getResultList();
        return applied.stream().map(row -> row.get("before", Long.class)).findFirst();
    }

    /** By product and variant. A variant of which nothing is known has nothing. */
    Map<UUID, Map<UUID, Long>> available(Collection<UUID> productIds) {
        List<Tuple> rows = database.createNativeQuery("""
                        select c.product_id, v.id, coalesce(s.available, 0)
                        from card c cross join lateral unnest(c.variant_ids) as v (id)
                            left join stock_level s on s.variant_id = v.id
                        where c.product_id in (?1)
                        """, Tuple.class)
                .setParameter(1, List.copyOf(productIds))
                .getResultList();
        Map<UUID, Map<UUID, Long>> available = new HashMap<>();
        for (Tuple row : rows) {
            available
                    .computeIfAbsent(row.get(0, UUID.class), id -> new HashMap<>())
                    .put(row.get(1, UUID.class), row.get(2, Long.class));
        }
        return available;
    }

    /** Those of the variants of which nothing is available. */
    Set<UUID> soldOut(Collection<UUID> variantIds) {
        Set<UUID> soldOut = new HashSet<>(variantIds);
        if (!soldOut.isEmpty()) {
            database.createNativeQuery(
                            "select variant_id from stock_level where available > 0 and variant_id in (?1)", UUID.class)
                    .setParameter(1, List.copyOf(soldOut))
                    .getResultList()
                    .forEach(soldOut::remove);
        }
        return soldOut;
    }
}

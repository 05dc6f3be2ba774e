package dev.vetrina.live.deal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How many units of each deal are left, as order-service last told. */
@ApplicationScoped
class DealStockRepository {

    private final EntityManager database;

    DealStockRepository(EntityManager database) {
        this.database = database;
    }

    /** Takes what is newer than what is known; in the order of the ids, so that instances do not wait for each other in a ring. */
    void apply(Collection<UnitsLeft> changes) {
        changes.stream()
                .sorted(Comparator.comparing(change -> change.dealId().toString()))
                .forEach(change -> database.createNativeQuery("""
                                insert into deal_stock (deal_id, sequence, units) values (?1, ?2, ?3)
                                on conflict (deal_id) do update set sequence = excluded.sequence, units = excluded.units
                                    where deal_stock.sequence < excluded.sequence
                                """)
                        .setParameter(1, change.dealId())
                        .setParameter(2, change.sequence())
                        .setParameter(3, change.units())
                        .executeUpdate());
    }

    /** Units left of the deals of these sessions that are armed and not over, by session and deal. */
    Map<UUID, Map<UUID, Long>> running(Collection<UUID> sessionIds) {
        List<Tuple> rows = database.createNativeQuery("""
                        select d.session_id, d.id, s.units from deal d join deal_stock s on s.deal_id = d.id
                        where d.session_id in (?1) and d.status in ('ARMED', 'OPEN', 'SOLD_OUT') and d.armed is not null
                        """, Tuple.class)
                .setParameter(1, sessionIds)
                .getResultList();
        Map<UUID, Map<UUID, Long>> units = new HashMap<>();
        for (Tuple row : rows) {
            units.computeIfAbsent(row.get(0, UUID.class), id -> new HashMap<>())
                    .put(row.get(1, UUID.class), row.get(2, Long.class));
        }
        return units;
    }
}

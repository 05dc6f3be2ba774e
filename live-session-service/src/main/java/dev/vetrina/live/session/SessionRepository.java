package dev.vetrina.live.session;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class SessionRepository implements PanacheRepositoryBase<Session, UUID> {

    /** Until the transaction ends, other commands on this session and other facts of it wait. */
    Optional<Session> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The products that sessions on air show. */
    List<UUID> productsOnAir() {
        return getEntityManager()
                .createNativeQuery(
                        "select distinct unnest(lineup) from session where status in ('LIVE', 'PAUSED')", UUID.class)
                .getResultList()
                .stream()
                .map(UUID.class::cast)
                .toList();
    }

    /** What is pinned, by session. */
    Map<UUID, UUID> pinned(Collection<UUID> ids) {
        List<Tuple> rows = getEntityManager()
                .createNativeQuery(
                        "select id, pinned_product_id from session where id in (?1) and pinned_product_id is not null",
                        Tuple.class)
                .setParameter(1, ids)
                .getResultList();
        return rows.stream().collect(Collectors.toMap(row -> row.get(0, UUID.class), row -> row.get(1, UUID.class)));
    }

    /** Sessions on air that show a product, locked in the order of their ids. */
    List<Session> lockLiveWith(UUID productId) {
        return getEntityManager()
                .createNativeQuery("""
                        select * from session where status in ('LIVE', 'PAUSED') and lineup @> array[?1] order by id for update
                        """, Session.class)
                .setParameter(1, productId)
                .getResultList()
                .stream()
                .map(Session.class::cast)
                .toList();
    }

    /**
     * Sessions in the order of their ids.
     *
     * @param draftsToo whether all drafts are listed
     * @param draftsOf whose drafts are listed all the same
     */
    List<Session> list(
            @Nullable SessionStatus status,
            @Nullable UUID creatorId,
            boolean draftsToo,
            Optional<UUID> draftsOf,
            Optional<UUID> after,
            int rows) {
        UUID nobody = new UUID(0, 0);
        String sql = """
                select * from session where id > ?1
                    and (?2 = '' or status = ?2) and (?3 = ?6 or creator_id = ?3)
                    and (?4 or status <> 'DRAFT' or creator_id = ?5)
                order by id
                """;
        return getEntityManager()
                .createNativeQuery(sql, Session.class)
                .setParameter(1, after.orElse(nobody))
                .setParameter(2, status == null ? "" : status.name())
                .setParameter(3, creatorId == null ? nobody : creatorId)
                .setParameter(4, draftsToo)
                .setParameter(5, draftsOf.orElse(nobody))
                .setParameter(6, nobody)
                .setMaxResults(rows)
                .getResultList()
                .stream()
                .map(Session.class::cast)
                .toList();
    }
}

package dev.vetrina.live.session;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

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

    /** The products that sessions on air show in a market, in the order of their ids. */
    List<UUID> productsOnAir(String market) {
        return getEntityManager().createNativeQuery("""
                        select distinct unnest(lineup) as product_id from session
                        where status in ('LIVE', 'PAUSED') and cast(?1 as text) = any(markets) order by product_id
                        """, UUID.class).setParameter(1, market).getResultList().stream()
                .map(UUID.class::cast)
                .toList();
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

    Optional<Session> rehearsalRunning(UUID showId) {
        return find("origin.rehearsalOf = ?1 and airing.status not in ?2", showId, SessionStatus.OVER)
                .firstResultOptional();
    }

    List<Session> rehearsals(UUID showId, Optional<UUID> after, int rows) {
        return find("origin.rehearsalOf = ?1 and id > ?2 order by id", showId, after.orElse(new UUID(0, 0)))
                .page(0, rows)
                .list();
    }

    /** What a series has made for this day and later ones, locked in the order of their ids. */
    List<Session> lockOccurrences(UUID seriesId, LocalDate from) {
        return find("origin.seriesId = ?1 and origin.occurrence >= ?2 order by id", seriesId, from)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }
}

package dev.vetrina.live.series;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class SeriesRepository implements PanacheRepositoryBase<SessionSeries, UUID> {

    Optional<SessionSeries> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    List<SessionSeries> of(UUID creatorId, Optional<UUID> after, int rows) {
        return find("creatorId = ?1 and id > ?2 order by id", creatorId, after.orElse(new UUID(0, 0)))
                .page(0, rows)
                .list();
    }

    long countGoingOn(UUID creatorId) {
        return count("creatorId = ?1 and dueAt is not null", creatorId);
    }

    /** Claims a series whose next days are to be made, passing by those that another instance has claimed. */
    Optional<SessionSeries> claimDue(Instant now) {
        return getEntityManager()
                .createNativeQuery("""
                        select * from session_series where due_at <= ?1
                        order by due_at limit 1 for update skip locked
                        """, SessionSeries.class)
                .setParameter(1, now)
                .getResultList()
                .stream()
                .map(SessionSeries.class::cast)
                .findFirst();
    }
}

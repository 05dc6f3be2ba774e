package dev.vetrina.live.deal;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class DealRepository implements PanacheRepositoryBase<Deal, UUID> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    Optional<Deal> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    long countUnfinished(UUID sessionId) {
        return count("sessionId = ?1 and status in ?2", sessionId, DealStatus.UNFINISHED);
    }

    /** Those that are armed and not over, in the order of their ids. */
    List<Deal> running(UUID sessionId) {
        return list(
                "sessionId = ?1 and status in ?2 and armed is not null order by id", sessionId, DealStatus.UNFINISHED);
    }

    /**
     * Deals of a session in the order of their ids.
     *
     * @param unarmedToo whether those that never were armed are listed
     */
    List<Deal> list(UUID sessionId, boolean unarmedToo, Optional<UUID> after, int rows) {
        return find(
                        "sessionId = ?1 and id > ?2 and (?3 = true or armed is not null) order by id",
                        sessionId,
                        after.orElse(BEFORE_ALL),
                        unarmedToo)
                .range(0, rows - 1)
                .list();
    }
}

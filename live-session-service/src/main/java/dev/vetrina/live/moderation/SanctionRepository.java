package dev.vetrina.live.moderation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class SanctionRepository implements PanacheRepositoryBase<Sanction, UUID> {

    private final Clock clock;

    SanctionRepository(Clock clock) {
        this.clock = clock;
    }

    Optional<Sanction> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    List<Sanction> inForce(UUID sessionId) {
        return list(
                "sessionId = ?1 and liftedAt is null and (endsAt is null or endsAt > ?2)", sessionId, clock.instant());
    }

    /** Sanctions that were imposed in a session, in the order in which they were. */
    List<Sanction> imposedIn(UUID sessionId, Optional<UUID> after, int rows) {
        return find("imposedIn = ?1 and id > ?2 order by id", sessionId, after.orElse(new UUID(0, 0)))
                .range(0, rows - 1)
                .list();
    }
}

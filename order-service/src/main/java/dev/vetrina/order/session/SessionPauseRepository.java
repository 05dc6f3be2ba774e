package dev.vetrina.order.session;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class SessionPauseRepository implements PanacheRepositoryBase<SessionPauseRow, SessionPauseRow.Key> {

    List<SessionPauseRow> of(UUID sessionId) {
        return list("sessionId = ?1 order by pausedAt", sessionId);
    }

    Optional<SessionPauseRow> running(UUID sessionId) {
        return find("sessionId = ?1 and resumedAt is null", sessionId).firstResultOptional();
    }

    void begin(UUID sessionId, Instant at) {
        persist(new SessionPauseRow(sessionId, at));
    }
}

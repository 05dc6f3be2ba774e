package dev.vetrina.live.stream;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class StreamRepository implements PanacheRepositoryBase<SessionStream, UUID> {

    /** The session is locked before. */
    Optional<SessionStream> lock(UUID sessionId) {
        return findByIdOptional(sessionId, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The session whose current key this is. */
    Optional<UUID> sessionOf(StreamKey key) {
        return getEntityManager()
                .createNativeQuery("select session_id from session_stream where key_hash = ?1", UUID.class)
                .setParameter(1, key.hash())
                .getResultList()
                .stream()
                .map(UUID.class::cast)
                .findFirst();
    }

    List<UUID> due(Instant now, int rows) {
        return getEntityManager()
                .createNativeQuery(
                        "select session_id from session_stream where next_look_at <= ?1 order by next_look_at, session_id",
                        UUID.class)
                .setParameter(1, now)
                .setMaxResults(rows)
                .getResultList()
                .stream()
                .map(UUID.class::cast)
                .toList();
    }
}

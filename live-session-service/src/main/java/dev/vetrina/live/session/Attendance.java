package dev.vetrina.live.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** When somebody last took care of a session. */
@ApplicationScoped
class Attendance {

    private static final String QUIET = """
            status in ('LIVE', 'PAUSED') and greatest(coalesce(attended_at, updated_at), started_at) < ?1
            """;

    private final EntityManager database;
    private final Clock clock;

    Attendance(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A command came from somebody who may give it. If it is refused after all, this is undone with it. */
    void attend(UUID sessionId) {
        database.createNativeQuery("update session set attended_at = ?1 where id = ?2")
                .setParameter(1, clock.instant().truncatedTo(ChronoUnit.MICROS))
                .setParameter(2, sessionId)
                .executeUpdate();
    }

    /** Sessions on air that began and were given their last command before. */
    List<UUID> quietSince(Instant limit) {
        return database
                .createNativeQuery("select id from session where " + QUIET + " order by id", UUID.class)
                .setParameter(1, limit)
                .getResultList()
                .stream()
                .map(UUID.class::cast)
                .toList();
    }

    /** Locks a session if it is still quiet, and nobody has it. */
    boolean claimQuiet(UUID sessionId, Instant limit) {
        return !database.createNativeQuery(
                        "select id from session where " + QUIET + " and id = ?2 for update skip locked", UUID.class)
                .setParameter(1, limit)
                .setParameter(2, sessionId)
                .getResultList()
                .isEmpty();
    }

    /** Locks a session if nobody has it. */
    boolean claim(UUID sessionId) {
        return !database.createNativeQuery("select id from session where id = ?1 for update skip locked", UUID.class)
                .setParameter(1, sessionId)
                .getResultList()
                .isEmpty();
    }
}

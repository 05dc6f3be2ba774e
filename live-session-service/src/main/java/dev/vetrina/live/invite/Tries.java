package dev.vetrina.live.invite;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.sql.OldRows;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;

/** How often somebody has tried codes. A try is counted before it is looked at, so that many at once do not slip through. */
@ApplicationScoped
class Tries {

    private final EntityManager database;
    private final DataSource dataSource;
    private final InviteConfig config;
    private final Clock clock;

    Tries(EntityManager database, DataSource dataSource, InviteConfig config, Clock clock) {
        this.database = database;
        this.dataSource = dataSource;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Counts a try, whatever becomes of it.
     *
     * @throws ProblemException 429 {@code too-many-tries}
     */
    @Transactional(dontRollbackOn = ProblemException.class)
    void count(UUID sessionId, String sender) {
        Instant now = clock.instant();
        Duration wait = Duration.ofSeconds(config.waitSeconds());
        int tries = (Integer) database.createNativeQuery("""
                        insert into invite_try (session_id, sender_digest, tries, since) values (?1, ?2, 1, ?3)
                        on conflict (session_id, sender_digest) do update set
                            tries = case when invite_try.since <= ?4 then 1 else invite_try.tries + 1 end,
                            since = case when invite_try.since <= ?4 then excluded.since else invite_try.since end
                        returning tries
                        """, Integer.class)
                .setParameter(1, sessionId)
                .setParameter(2, Secrets.digest(sender))
                .setParameter(3, now)
                .setParameter(4, now.minus(wait))
                .getSingleResult();
        if (tries > config.tries()) {
            throw ProblemException.of(
                            429, "too-many-tries", "Too many wrong codes", "Wait before you try another code.")
                    .header("Retry-After", Long.toString(wait.toSeconds()));
        }
    }

    /** Whoever had a right one begins anew. */
    @Transactional
    void forget(UUID sessionId, String sender) {
        database.createNativeQuery("delete from invite_try where session_id = ?1 and sender_digest = ?2")
                .setParameter(1, sessionId)
                .setParameter(2, Secrets.digest(sender))
                .executeUpdate();
    }

    @Scheduled(every = "1h", delayed = "5m")
    void expire() throws SQLException {
        OldRows.delete(dataSource, "invite_try", "since", clock.instant().minusSeconds(config.waitSeconds()));
    }
}

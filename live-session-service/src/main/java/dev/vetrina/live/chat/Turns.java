package dev.vetrina.live.chat;

import dev.vetrina.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Slow mode: one message an author within so many seconds, over all instances, because one row decides. */
@ApplicationScoped
class Turns {

    private final EntityManager database;
    private final Clock clock;

    Turns(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * @return when it was taken
     * @throws ProblemException 429 {@code slow-mode}
     */
    @Transactional
    Instant take(UUID sessionId, String customerId, int seconds) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        int taken = database.createNativeQuery("""
                        insert into chat_turn as t (session_id, customer_id, taken_at) values (?1, ?2, ?3)
                        on conflict (session_id, customer_id) do update set taken_at = excluded.taken_at
                        where t.taken_at <= ?4
                        """)
                .setParameter(1, sessionId)
                .setParameter(2, customerId)
                .setParameter(3, now)
                .setParameter(4, now.minusSeconds(seconds))
                .executeUpdate();
        if (taken == 0) {
            throw tooEarly(sessionId, customerId, seconds, now);
        }
        return now;
    }

    /** The message could not be sent after all. A later turn stays taken. */
    @Transactional
    void giveBack(UUID sessionId, String customerId, Instant takenAt) {
        int _ = database.createNativeQuery(
                        "delete from chat_turn where session_id = ?1 and customer_id = ?2 and taken_at = ?3")
                .setParameter(1, sessionId)
                .setParameter(2, customerId)
                .setParameter(3, takenAt)
                .executeUpdate();
    }

    private ProblemException tooEarly(UUID sessionId, String customerId, int seconds, Instant now) {
        List<?> last = database.createNativeQuery(
                        "select taken_at from chat_turn where session_id = ?1 and customer_id = ?2", Instant.class)
                .setParameter(1, sessionId)
                .setParameter(2, customerId)
                .getResultList();
        Instant next =
                last.stream().map(Instant.class::cast).findFirst().orElse(now).plusSeconds(seconds);
        long wait =
                Allowance.wholeSeconds(Math.max(1, Duration.between(now, next).toNanos()));
        return ProblemException.of(
                        429, "slow-mode", "Slow mode is on", "One message in " + seconds + " seconds is shown.")
                .with("slowModeSeconds", seconds)
                .header("Retry-After", Long.toString(wait));
    }
}

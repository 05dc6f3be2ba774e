package dev.vetrina.live.timeline;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vetrina.events.LiveEvent.FactRecorded;
import dev.vetrina.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;

/** Numbers facts and records them. */
@ApplicationScoped
public class FactLog {

    private final EntityManager database;
    private final Outbox outbox;
    private final Clock clock;

    FactLog(EntityManager database, Outbox outbox, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Records a fact with the session's next number. From here to the end of the transaction nobody else can record one for
     * this session, so numbers are committed, and sent, in their order; a rollback gives the number back.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(UUID sessionId, FactKind kind, JsonNode data) {
        // What PostgreSQL stores and what is sent are the same moment.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        long sequence = nextSequence(sessionId);
        database.createNativeQuery("""
                        insert into timeline (session_id, sequence, kind, occurred_at, data) values (?1, ?2, ?3, ?4, ?5)
                        """)
                .setParameter(1, sessionId)
                .setParameter(2, sequence)
                .setParameter(3, kind.code())
                .setParameter(4, now)
                .setParameter(5, data.toString())
                .executeUpdate();
        outbox.publish(new FactRecorded(sessionId, sequence, kind.code(), now, data));
    }

    /**
     * Takes a text out of facts of a session that were recorded, because it is to be seen no more. The facts stay, with their numbers.
     *
     * @param member whose value says which facts are meant, such as {@code messageId}
     * @param texts the members that are emptied
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void redact(UUID sessionId, FactKind kind, String member, Collection<UUID> values, String... texts) {
        String emptied =
                Arrays.stream(texts).map(text -> "\"" + text + "\":\"\"").collect(joining(",", "{", "}"));
        database.createNativeQuery("""
                        update timeline set data = cast(cast(data as jsonb) || cast(?1 as jsonb) as text)
                        where session_id = ?5 and kind = ?2 and cast(data as jsonb) ->> ?3 in (?4)
                        """)
                .setParameter(1, emptied)
                .setParameter(2, kind.code())
                .setParameter(3, member)
                .setParameter(4, values.stream().map(UUID::toString).toList())
                .setParameter(5, sessionId)
                .executeUpdate();
    }

    private long nextSequence(UUID sessionId) {
        return (Long) database.createNativeQuery(
                        "update session set fact_sequence = fact_sequence + 1 where id = ?1 returning fact_sequence",
                        Long.class)
                .setParameter(1, sessionId)
                .getSingleResult();
    }
}

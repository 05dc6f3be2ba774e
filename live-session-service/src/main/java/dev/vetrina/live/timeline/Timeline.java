package dev.vetrina.live.timeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.query.NativeQuery;

/** The facts of sessions, as they were recorded. */
@ApplicationScoped
public class Timeline {

    private final EntityManager database;
    private final ObjectMapper json;

    Timeline(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Facts with {@code after < sequence <= upTo} in their order, at most {@code limit}. */
    @Transactional
    public List<Fact> between(UUID sessionId, long after, long upTo, int limit) {
        List<Tuple> rows = database.createNativeQuery("""
                        select sequence, kind, occurred_at, data from timeline
                        where session_id = ?1 and sequence > ?2 and sequence <= ?3 order by sequence
                        """, Tuple.class)
                .unwrap(NativeQuery.class)
                .addScalar("sequence", Long.class)
                .addScalar("kind", String.class)
                .addScalar("occurred_at", Instant.class)
                .addScalar("data", String.class)
                .setParameter(1, sessionId)
                .setParameter(2, after)
                .setParameter(3, upTo)
                .setMaxResults(limit)
                .getResultList();
        return rows.stream().map(this::fact).toList();
    }

    /** The number of each session's latest fact, 0 before its first one. */
    @Transactional
    public Map<UUID, Long> latest(Collection<UUID> sessionIds) {
        List<Tuple> rows = database.createNativeQuery(
                        "select id, fact_sequence from session where id in (?1)", Tuple.class)
                .setParameter(1, sessionIds)
                .getResultList();
        return rows.stream().collect(Collectors.toMap(row -> row.get(0, UUID.class), row -> row.get(1, Long.class)));
    }

    private Fact fact(Tuple row) {
        return new Fact(
                row.get("sequence", Long.class),
                row.get("kind", String.class),
                row.get("occurred_at", Instant.class),
                parse(row.get("data", String.class)));
    }

    private JsonNode parse(String data) {
        try {
            return json.readTree(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database keeps only JSON objects here", e);
        }
    }
}

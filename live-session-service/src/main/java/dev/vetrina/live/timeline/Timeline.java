package dev.vetrina.live.timeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.query.NativeQuery;

/** The facts of sessions, as they were recorded. */
@ApplicationScoped
public class Timeline {

    private static final UUID BEHIND_ALL = new UUID(-1, -1);

    private final EntityManager database;
    private final ObjectMapper json;

    Timeline(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Facts with {@code after < sequence <= upTo} in their order, at most {@code limit}. */
    @Transactional
    public List<Fact> between(UUID sessionId, long after, long upTo, int limit) {
        return facts(select("""
                        select sequence, kind, occurred_at, data from timeline
                        where session_id = ?1 and sequence > ?2 and sequence <= ?3 order by sequence
                        """)
                .setParameter(1, sessionId)
                .setParameter(2, after)
                .setParameter(3, upTo)
                .setMaxResults(limit));
    }

    /** What was on air when, in this session so far. */
    @Transactional
    public Broadcast broadcast(UUID sessionId) {
        return Broadcast.of(facts(select("""
                        select sequence, kind, occurred_at, data from timeline
                        where session_id = ?1 and kind in (?2) order by sequence
                        """)
                .setParameter(1, sessionId)
                .setParameter(2, Broadcast.KINDS.stream().map(FactKind::code).toList())));
    }

    /** When these sessions ran, without what was on screen; those that have not started may be absent. */
    @Transactional
    public Map<UUID, Broadcast> runningTimes(Collection<UUID> sessionIds) {
        List<Tuple> rows = database.createNativeQuery("""
                        select session_id, sequence, kind, occurred_at from timeline
                        where session_id in (?1)
                            and kind in ('session-started', 'session-paused', 'session-resumed', 'session-ended')
                        order by session_id, sequence
                        """, Tuple.class)
                .unwrap(NativeQuery.class)
                .addScalar("session_id", UUID.class)
                .addScalar("sequence", Long.class)
                .addScalar("kind", String.class)
                .addScalar("occurred_at", Instant.class)
                .setParameter(1, sessionIds)
                .getResultList();
        Map<UUID, List<Fact>> facts = new HashMap<>();
        for (Tuple row : rows) {
            facts.computeIfAbsent(row.get("session_id", UUID.class), id -> new ArrayList<>())
                    .add(new Fact(
                            row.get("sequence", Long.class),
                            row.get("kind", String.class),
                            row.get("occurred_at", Instant.class),
                            json.createObjectNode()));
        }
        return facts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Broadcast.of(entry.getValue())));
    }

    /** When a product was pinned in each of these sessions, in the order of time. */
    @Transactional
    public Map<UUID, List<Instant>> pinsOf(UUID productId, Collection<UUID> sessionIds) {
        List<Tuple> rows = database.createNativeQuery("""
                        select session_id, occurred_at from timeline
                        where kind = 'product-pinned' and cast(cast(data as jsonb) ->> 'productId' as uuid) = ?1
                            and session_id in (?2)
                        order by session_id, sequence
                        """, Tuple.class)
                .unwrap(NativeQuery.class)
                .addScalar("session_id", UUID.class)
                .addScalar("occurred_at", Instant.class)
                .setParameter(1, productId)
                .setParameter(2, sessionIds)
                .getResultList();
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("session_id", UUID.class),
                        Collectors.mapping(row -> row.get("occurred_at", Instant.class), Collectors.toList())));
    }

    /** The products that were pinned, one for each pin, in their order. */
    @Transactional
    public List<UUID> pinned(UUID sessionId) {
        return database.createNativeQuery("""
                        select cast(cast(data as jsonb) ->> 'productId' as uuid) from timeline
                        where session_id = ?1 and kind = 'product-pinned' order by sequence
                        """, UUID.class).setParameter(1, sessionId).getResultList().stream()
                .map(UUID.class::cast)
                .toList();
    }

    /** The sessions in which a product was pinned, the latest first. */
    @Transactional
    public List<UUID> sessionsThatPinned(UUID productId, Optional<UUID> before, int limit) {
        return database
                .createNativeQuery("""
                        select distinct session_id from timeline
                        where kind = 'product-pinned' and cast(cast(data as jsonb) ->> 'productId' as uuid) = ?1
                            and session_id < ?2
                        order by session_id desc
                        """, UUID.class)
                .setParameter(1, productId)
                .setParameter(2, before.orElse(BEHIND_ALL))
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(UUID.class::cast)
                .toList();
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

    private Query select(String sql) {
        return database.createNativeQuery(sql, Tuple.class)
                .unwrap(NativeQuery.class)
                .addScalar("sequence", Long.class)
                .addScalar("kind", String.class)
                .addScalar("occurred_at", Instant.class)
                .addScalar("data", String.class);
    }

    private List<Fact> facts(Query select) {
        List<Tuple> rows = select.getResultList();
        return rows.stream().map(this::fact).toList();
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

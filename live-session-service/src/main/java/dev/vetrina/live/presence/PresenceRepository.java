package dev.vetrina.live.presence;

import dev.vetrina.live.presence.Presence.Audience;
import dev.vetrina.live.presence.Presence.Minute;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
class PresenceRepository {

    private final EntityManager database;

    PresenceRepository(EntityManager database) {
        this.database = database;
    }

    Map<UUID, Integer> viewersSince(Collection<UUID> sessionIds, Instant since) {
        List<Tuple> rows = database.createNativeQuery("""
                        select session_id, sum(viewers)::integer from presence_gauge
                        where session_id in (?1) and window_start >= ?2 group by session_id
                        """, Tuple.class)
                .setParameter(1, sessionIds)
                .setParameter(2, since)
                .getResultList();
        return rows.stream().collect(Collectors.toMap(row -> row.get(0, UUID.class), row -> row.get(1, Integer.class)));
    }

    /** Of one session, by market. */
    Map<String, Integer> viewersByMarket(UUID sessionId, Instant since) {
        List<Tuple> rows = database.createNativeQuery("""
                        select market, sum(viewers)::integer from presence_gauge
                        where session_id = ?1 and window_start >= ?2 group by market
                        """, Tuple.class)
                .setParameter(1, sessionId)
                .setParameter(2, since)
                .getResultList();
        return rows.stream()
                .collect(Collectors.toMap(row -> row.get(0, String.class), row -> row.get(1, Integer.class)));
    }

    boolean watchedSince(UUID sessionId, Instant since) {
        return !database.createNativeQuery(
                        "select 1 from audience_window where session_id = ?1 and window_start >= ?2 and viewers > 0 limit 1",
                        Integer.class)
                .setParameter(1, sessionId)
                .setParameter(2, since)
                .getResultList()
                .isEmpty();
    }

    /** By market, {@link PresenceTally#ALL_MARKETS} among them. */
    Map<String, Audience> audiences(UUID sessionId) {
        List<Tuple> rows = database.createNativeQuery(
                        "select market, viewers_peak, viewers_unique, watch_millis from audience where session_id = ?1",
                        Tuple.class)
                .setParameter(1, sessionId)
                .getResultList();
        return rows.stream()
                .collect(Collectors.toMap(
                        row -> row.get(0, String.class),
                        row -> new Audience(
                                row.get(1, Integer.class), row.get(2, Long.class), row.get(3, Long.class))));
    }

    List<Minute> minutes(UUID sessionId, String market) {
        List<Tuple> rows = database.createNativeQuery("""
                        select minute, viewers_peak, watch_millis from audience_minute
                        where session_id = ?1 and market = ?2 order by minute
                        """, Tuple.class)
                .setParameter(1, sessionId)
                .setParameter(2, market)
                .getResultList();
        return rows.stream()
                .map(row -> new Minute(row.get(0, Instant.class), row.get(1, Integer.class), row.get(2, Long.class)))
                .toList();
    }
}

package dev.vetrina.live.presence;

import dev.vetrina.live.presence.Presence.Audience;
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

    /** Sets the gauge of a gateway on a channel. Returns false if it is of a later window, or this one, already. */
    boolean raiseGauge(UUID sessionId, String gatewayId, String market, Instant window, int viewers) {
        return database.createNativeQuery("""
                        insert into presence_gauge (session_id, gateway_id, market, window_start, viewers)
                        values (?1, ?2, ?3, ?4, ?5)
                        on conflict (session_id, gateway_id, market) do update
                            set window_start = excluded.window_start, viewers = excluded.viewers
                            where presence_gauge.window_start < excluded.window_start
                        """)
                        .setParameter(1, sessionId)
                        .setParameter(2, gatewayId)
                        .setParameter(3, market)
                        .setParameter(4, window)
                        .setParameter(5, viewers)
                        .executeUpdate()
                == 1;
    }

    /** Returns the sum of the window so far. */
    int addToWindow(UUID sessionId, Instant window, int viewers) {
        return (Integer) database.createNativeQuery("""
                        insert into presence_window (session_id, window_start, viewers) values (?1, ?2, ?3)
                        on conflict (session_id, window_start) do update
                            set viewers = presence_window.viewers + excluded.viewers
                        returning viewers
                        """, Integer.class)
                .setParameter(1, sessionId)
                .setParameter(2, window)
                .setParameter(3, viewers)
                .getSingleResult();
    }

    /** Returns how many of them were not seen in this session before. */
    int addViewers(UUID sessionId, Collection<String> viewerHashes) {
        return viewerHashes.isEmpty()
                ? 0
                : database.createNativeQuery("""
                                insert into presence_viewer (session_id, viewer_hash)
                                select ?1, unnest(cast(?2 as text[])) on conflict do nothing
                                """)
                        .setParameter(1, sessionId)
                        .setParameter(
                                2, viewerHashes.stream().distinct().sorted().toArray(String[]::new))
                        .executeUpdate();
    }

    void addToSession(UUID sessionId, int windowSum, int unseenViewers, long watchMillis) {
        database.createNativeQuery("""
                        insert into presence (session_id, viewers_peak, viewers_unique, watch_millis)
                        values (?1, ?2, ?3, ?4)
                        on conflict (session_id) do update set
                            viewers_peak = greatest(presence.viewers_peak, excluded.viewers_peak),
                            viewers_unique = presence.viewers_unique + excluded.viewers_unique,
                            watch_millis = presence.watch_millis + excluded.watch_millis
                        """)
                .setParameter(1, sessionId)
                .setParameter(2, windowSum)
                .setParameter(3, unseenViewers)
                .setParameter(4, watchMillis)
                .executeUpdate();
    }

    void countUntil(UUID sessionId, Instant end) {
        database.createNativeQuery("""
                        insert into presence (session_id, counted_until) values (?1, ?2)
                        on conflict (session_id) do update set counted_until = excluded.counted_until
                        """)
                .setParameter(1, sessionId)
                .setParameter(2, end)
                .executeUpdate();
    }

    /** Whether the session was not over when this window began. */
    boolean counts(UUID sessionId, Instant window) {
        return database.createNativeQuery(
                        "select 1 from presence where session_id = ?1 and counted_until <= ?2", Integer.class)
                .setParameter(1, sessionId)
                .setParameter(2, window)
                .getResultList()
                .isEmpty();
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

    boolean watchedSince(UUID sessionId, Instant since) {
        return !database.createNativeQuery(
                        "select 1 from presence_window where session_id = ?1 and window_start >= ?2 and viewers > 0 limit 1",
                        Integer.class)
                .setParameter(1, sessionId)
                .setParameter(2, since)
                .getResultList()
                .isEmpty();
    }

    Audience audience(UUID sessionId) {
        List<Tuple> rows = database.createNativeQuery(
                        "select viewers_peak, viewers_unique, watch_millis from presence where session_id = ?1",
                        Tuple.class)
                .setParameter(1, sessionId)
                .getResultList();
        return rows.stream()
                .map(row -> new Audience(row.get(0, Integer.class), row.get(1, Long.class), row.get(2, Long.class)))
                .findFirst()
                .orElseGet(() -> new Audience(0, 0, 0));
    }

    /** Forgets gauges and windows that nothing can be added to any more; the sums stay. */
    void deleteBefore(Instant end) {
        for (String table : List.of("presence_gauge", "presence_window")) {
            database.createNativeQuery("delete from " + table + " where window_start < ?1")
                    .setParameter(1, end)
                    .executeUpdate();
        }
    }
}

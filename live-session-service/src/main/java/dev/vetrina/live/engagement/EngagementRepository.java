package dev.vetrina.live.engagement;

import dev.vetrina.live.engagement.Engagement.Looks;
import dev.vetrina.live.engagement.Engagement.Reactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

@ApplicationScoped
class EngagementRepository {

    private final EntityManager database;

    EngagementRepository(EntityManager database) {
        this.database = database;
    }

    Map<UUID, Map<String, Long>> reactionTotals(Collection<UUID> sessionIds) {
        Map<UUID, Map<String, Long>> totals = new HashMap<>();
        for (Tuple row :
                rows("select session_id, kind, reactions from reaction_total where session_id in (?1)", sessionIds)) {
            totals.computeIfAbsent(row.get(0, UUID.class), _ -> new TreeMap<>())
                    .put(row.get(1, String.class), row.get(2, Long.class));
        }
        return totals;
    }

    List<Reactions> reactions(UUID sessionId) {
        return rows("select market, minute, reactions from reaction_minute where session_id = ?1", sessionId).stream()
                .map(row -> new Reactions(row.get(0, String.class), row.get(1, Instant.class), row.get(2, Long.class)))
                .toList();
    }

    List<Looks> looks(UUID sessionId) {
        return rows("""
                        select product_id, market, minute, impressions, clicks from interaction_minute
                        where session_id = ?1
                        """, sessionId).stream()
                .map(row -> new Looks(
                        row.get(0, UUID.class),
                        row.get(1, String.class),
                        row.get(2, Instant.class),
                        row.get(3, Long.class),
                        row.get(4, Long.class)))
                .toList();
    }

    private List<Tuple> rows(String sql, Object parameter) {
        return database.createNativeQuery(sql, Tuple.class)
                .setParameter(1, parameter)
                .getResultList();
    }
}

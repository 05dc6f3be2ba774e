package dev.vetrina.live.session;

import dev.vetrina.live.session.SessionFilter.When;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** Reads lists of sessions. What is not public is listed for who works on it only. */
@ApplicationScoped
class SessionListing {

    private static final UUID NOBODY = new UUID(0, 0);

    private final EntityManager database;

    SessionListing(EntityManager database) {
        this.database = database;
    }

    /**
     * Who asks.
     *
     * @param everything whether all sessions are theirs to see
     * @param teams sessions of others on which they work
     */
    record Reader(boolean everything, Optional<UUID> creatorId, Set<UUID> teams) {}

    /** @param after the last session of the page before: where it stands now is where this one begins */
    List<Session> list(SessionFilter filter, Reader reader, Optional<UUID> after, int rows) {
        Map<String, Object> values = new LinkedHashMap<>();
        StringBuilder sql = new StringBuilder("select s.* from session s where s.rehearsal_of is null and ")
                .append(readable(reader, values));
        clause(sql, values, " and s.status = :status", "status", name(filter.status));
        clause(sql, values, " and s.creator_id = :creator", "creator", filter.creatorId);
        clause(sql, values, " and cast(:market as text) = any(s.markets)", "market", filter.market);
        clause(sql, values, " and s.starts_at >= :from", "from", filter.from);
        clause(sql, values, " and s.starts_at < :to", "to", filter.to);
        clause(sql, values, page(filter.when), "after", after.orElse(null));
        sql.append(order(filter.when));
        NativeQuery<Session> query =
                database.createNativeQuery(sql.toString(), Session.class).unwrap(NativeQuery.class);
        values.forEach((name, value) -> bind(query, name, value));
        return query.setMaxResults(rows).getResultList();
    }

    private static String readable(Reader reader, Map<String, Object> values) {
        if (reader.everything()) {
            return "true";
        }
        values.put("self", reader.creatorId().orElse(NOBODY));
        String theirs = "s.creator_id = :self";
        if (!reader.teams().isEmpty()) {
            values.put("teams", reader.teams());
            theirs += " or s.id in (:teams)";
        }
        return "(" + theirs + " or s.announced_at is not null and s.visibility = 'PUBLIC')";
    }

    private static void clause(
            StringBuilder sql, Map<String, Object> values, String clause, String name, @Nullable Object value) {
        if (value != null) {
            sql.append(clause);
            values.put(name, value);
        }
    }

    private static String page(@Nullable When when) {
        return switch (when) {
            case null -> " and s.id > :after";
            case UPCOMING -> " and (s.starts_at, s.id) > (select c.starts_at, c.id from session c where c.id = :after)";
            case LIVE, PAST ->
                " and (s.starts_at, s.id) < (select c.starts_at, c.id from session c where c.id = :after)";
        };
    }

    private static String order(@Nullable When when) {
        return switch (when) {
            case null -> " order by s.id";
            case UPCOMING -> " and s.status = 'SCHEDULED' order by s.starts_at, s.id";
            case LIVE -> " and s.status in ('LIVE', 'PAUSED') order by s.starts_at desc, s.id desc";
            case PAST -> " and s.status = 'ENDED' order by s.starts_at desc, s.id desc";
        };
    }

    private static void bind(NativeQuery<Session> query, String name, Object value) {
        switch (value) {
            case Set<?> ids -> query.setParameterList(name, ids);
            case Instant moment -> query.setParameter(name, moment, Instant.class);
            default -> query.setParameter(name, value);
        }
    }

    private static @Nullable String name(@Nullable SessionStatus status) {
        return status == null ? null : status.name();
    }
}

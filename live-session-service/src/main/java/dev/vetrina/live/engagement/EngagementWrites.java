package dev.vetrina.live.engagement;

import dev.vetrina.events.LiveEvent.EngagementCounted;
import dev.vetrina.kit.sql.Bulk;
import dev.vetrina.live.engagement.EngagementTally.Looks;
import dev.vetrina.live.engagement.EngagementTally.ProductMinute;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Raises the figures of sessions in place, each table with one statement. */
final class EngagementWrites {

    private static final String RAISE_SOURCES = """
            insert into engagement_source as s (session_id, instance_id, sequence, window_start)
            select * from unnest(?::uuid[], ?::text[], ?::bigint[], ?::timestamptz[])
            on conflict (session_id, instance_id) do update
                set sequence = excluded.sequence, window_start = excluded.window_start
                where s.sequence < excluded.sequence
            returning session_id, instance_id, coalesce(old.sequence, -9223372036854775808)
            """;
    private static final String ADD_TOTALS = """
            insert into reaction_total as t (session_id, kind, reactions)
            select * from unnest(?::uuid[], ?::text[], ?::bigint[])
            on conflict (session_id, kind) do update set reactions = t.reactions + excluded.reactions
            """;
    private static final String ADD_REACTIONS = """
            insert into reaction_minute as m (session_id, market, minute, reactions)
            select * from unnest(?::uuid[], ?::text[], ?::timestamptz[], ?::bigint[])
            on conflict (session_id, market, minute) do update set reactions = m.reactions + excluded.reactions
            """;
    private static final String ADD_INTERACTIONS = """
            insert into interaction_minute as m (session_id, product_id, market, minute, impressions, clicks)
            select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::timestamptz[], ?::bigint[], ?::bigint[])
            on conflict (session_id, product_id, market, minute) do update set
                impressions = m.impressions + excluded.impressions, clicks = m.clicks + excluded.clicks
            """;

    private EngagementWrites() {}

    /** An instance and the session of which it tells: the windows come in their order. */
    record Source(UUID sessionId, String instanceId) {

        static Source of(EngagementCounted counted) {
            return new Source(counted.sessionId(), counted.instanceId());
        }
    }

    /**
     * Remembers the latest windows of their sources.
     *
     * @return the sequence before of each source that was raised, the least number if there was none
     */
    static Map<Source, Long> raise(Connection connection, Collection<EngagementCounted> latest) throws SQLException {
        List<Map.Entry<Source, Long>> raised = Bulk.of(latest)
                .column("uuid", EngagementCounted::sessionId)
                .column("text", EngagementCounted::instanceId)
                .column("bigint", EngagementCounted::sequence)
                .column("timestamptz", EngagementCounted::windowStart)
                .query(
                        connection,
                        RAISE_SOURCES,
                        row -> Map.entry(new Source(row.getObject(1, UUID.class), row.getString(2)), row.getLong(3)));
        return raised.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static void add(Connection connection, EngagementTally tally) throws SQLException {
        int _ = Bulk.of(tally.totals().entrySet())
                .column("uuid", entry -> entry.getKey().sessionId())
                .column("text", entry -> entry.getKey().kind())
                .column("bigint", Map.Entry::getValue)
                .execute(connection, ADD_TOTALS);
        int _ = Bulk.of(tally.reactions().entrySet())
                .column("uuid", entry -> entry.getKey().sessionId())
                .column("text", entry -> entry.getKey().market())
                .column("timestamptz", entry -> entry.getKey().start())
                .column("bigint", Map.Entry::getValue)
                .execute(connection, ADD_REACTIONS);
        addInteractions(connection, tally.interactions());
    }

    private static void addInteractions(Connection connection, Map<ProductMinute, Looks> looks) throws SQLException {
        int _ = Bulk.of(looks.entrySet())
                .column("uuid", entry -> entry.getKey().minute().sessionId())
                .column("uuid", entry -> entry.getKey().productId())
                .column("text", entry -> entry.getKey().minute().market())
                .column("timestamptz", entry -> entry.getKey().minute().start())
                .column("bigint", entry -> entry.getValue().impressions())
                .column("bigint", entry -> entry.getValue().clicks())
                .execute(connection, ADD_INTERACTIONS);
    }
}

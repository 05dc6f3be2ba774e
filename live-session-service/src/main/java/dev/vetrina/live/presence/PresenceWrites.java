package dev.vetrina.live.presence;

import dev.vetrina.events.LiveEvent.PresenceReported;
import dev.vetrina.kit.sql.Bulk;
import dev.vetrina.live.presence.PresenceTally.Moment;
import dev.vetrina.live.presence.PresenceTally.Viewer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Raises the figures of sessions in place, however many reports there are with the same few statements. */
final class PresenceWrites {

    private static final String RAISE_GAUGES = """
            insert into presence_gauge as g (session_id, gateway_id, market, window_start, viewers)
            select * from unnest(?::uuid[], ?::text[], ?::text[], ?::timestamptz[], ?::integer[])
            on conflict (session_id, gateway_id, market) do update
                set window_start = excluded.window_start, viewers = excluded.viewers
                where g.window_start < excluded.window_start
            returning session_id, gateway_id, market, old.window_start
            """;

    /** The peaks of minutes and sessions follow from what the windows have come to. */
    private static final String ADD_WINDOWS = """
            with summed as (
                insert into audience_window as w (session_id, market, window_start, viewers)
                select * from unnest(?::uuid[], ?::text[], ?::timestamptz[], ?::integer[])
                on conflict (session_id, market, window_start) do update set viewers = w.viewers + excluded.viewers
                returning session_id, market, window_start, viewers),
            minutes as (
                insert into audience_minute as m (session_id, market, minute, viewers_peak)
                select session_id, market, date_trunc('minute', window_start, 'UTC'), max(viewers) from summed
                group by 1, 2, 3 order by 1, 2, 3
                on conflict (session_id, market, minute) do update
                    set viewers_peak = greatest(m.viewers_peak, excluded.viewers_peak))
            insert into audience as a (session_id, market, viewers_peak)
            select session_id, market, max(viewers) from summed group by 1, 2 order by 1, 2
            on conflict (session_id, market) do update set viewers_peak = greatest(a.viewers_peak, excluded.viewers_peak)
            """;

    private static final String ADD_WATCH_TIME = """
            with told as (
                select * from unnest(?::uuid[], ?::text[], ?::timestamptz[], ?::bigint[])
                    as t (session_id, market, minute, millis)),
            minutes as (
                insert into audience_minute as m (session_id, market, minute, watch_millis) select * from told
                on conflict (session_id, market, minute) do update set watch_millis = m.watch_millis + excluded.watch_millis)
            insert into audience as a (session_id, market, watch_millis)
            select session_id, market, sum(millis) from told group by 1, 2 order by 1, 2
            on conflict (session_id, market) do update set watch_millis = a.watch_millis + excluded.watch_millis
            """;

    private static final String ADD_VIEWERS = """
            with unseen as (
                insert into audience_viewer (session_id, market, viewer_hash)
                select * from unnest(?::uuid[], ?::text[], ?::text[]) on conflict do nothing
                returning session_id, market)
            insert into audience as a (session_id, market, viewers_unique)
            select session_id, market, count(*) from unseen group by 1, 2 order by 1, 2
            on conflict (session_id, market) do update set viewers_unique = a.viewers_unique + excluded.viewers_unique
            """;

    private PresenceWrites() {}

    /** What a gateway reports on: the windows of a channel come in their order. */
    record Channel(UUID sessionId, String gatewayId, String market) {

        static Channel of(PresenceReported report) {
            return new Channel(report.sessionId(), report.gatewayId(), report.market());
        }

        private static Channel read(ResultSet row) throws SQLException {
            return new Channel(row.getObject(1, UUID.class), row.getString(2), row.getString(3));
        }
    }

    /**
     * Sets the gauges to the latest reports of their channels.
     *
     * @return the window before of each gauge that was raised: {@link Instant#MIN} if there was none
     */
    static Map<Channel, Instant> raise(Connection connection, Collection<PresenceReported> latest) throws SQLException {
        Map<Channel, Instant> before = new HashMap<>();
        List<Map.Entry<Channel, Instant>> raised = Bulk.of(latest)
                .column("uuid", PresenceReported::sessionId)
                .column("text", PresenceReported::gatewayId)
                .column("text", PresenceReported::market)
                .column("timestamptz", report -> Instant.ofEpochMilli(report.sequence()))
                .column("integer", PresenceReported::viewers)
                .query(connection, RAISE_GAUGES, row -> {
                    OffsetDateTime window = row.getObject(4, OffsetDateTime.class);
                    return Map.entry(Channel.read(row), window == null ? Instant.MIN : window.toInstant());
                });
        raised.forEach(entry -> before.put(entry.getKey(), entry.getValue()));
        return before;
    }

    static void add(Connection connection, PresenceTally tally) throws SQLException {
        int _ = moments(tally.windows(), "integer").execute(connection, ADD_WINDOWS);
        int _ = moments(tally.watchMillis(), "bigint").execute(connection, ADD_WATCH_TIME);
        int _ = Bulk.of(tally.viewers())
                .column("uuid", Viewer::sessionId)
                .column("text", Viewer::market)
                .column("text", Viewer::hash)
                .execute(connection, ADD_VIEWERS);
    }

    private static <N extends Number> Bulk<Map.Entry<Moment, N>> moments(Map<Moment, N> figures, String type) {
        return Bulk.of(figures.entrySet())
                .column("uuid", entry -> entry.getKey().sessionId())
                .column("text", entry -> entry.getKey().market())
                .column("timestamptz", entry -> entry.getKey().time())
                .column(type, Map.Entry::getValue);
    }
}

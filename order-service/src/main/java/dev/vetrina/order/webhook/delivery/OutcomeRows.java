package dev.vetrina.order.webhook.delivery;

import dev.vetrina.kit.sql.Bulk;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Writes what came of attempts, of many at once. */
@ApplicationScoped
class OutcomeRows {

    /** Only what is still as it was read: a delivery that was replayed or cancelled meanwhile is left as it is. */
    private static final String WRITE = """
            with o as materialized (
                select * from unnest(
                    ?::uuid[], ?::int[], ?::int[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::int[],
                    ?::int[], ?::text[], ?::text[])
                as o (id, round, attempts, status, next_attempt_at, finished_at, attempted_at, duration_ms, status_code, error,
                      answer)),
            counted as (
                update webhook_delivery d
                set status = o.status, attempts = d.attempts + 1, next_attempt_at = o.next_attempt_at, finished_at = o.finished_at
                from o
                where d.id = o.id and d.round = o.round and d.attempts = o.attempts and d.status in ('WAITING', 'RETRYING')
                returning d.id, d.round, d.attempts)
            insert into webhook_attempt (
                delivery_id, round, number, attempted_at, duration_ms, status_code, error, answer)
            select c.id, c.round, c.attempts, o.attempted_at, o.duration_ms, o.status_code, o.error, o.answer
            from counted c join o on o.id = c.id
            """;
    /** In one order, as everybody locks endpoints. */
    private static final String LOCK =
            "select id from webhook_endpoint where id = any(?::uuid[]) order by id for no key update";

    private static final String TURN = """
            update webhook_endpoint e set failing_since = t.since
            from unnest(?::uuid[], ?::timestamptz[]) as t (id, since)
            where e.id = t.id and (e.failing_since is null) <> (t.since is null)
            """;

    private final DataSource dataSource;

    OutcomeRows(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    private record Turn(UUID endpointId, @Nullable Instant failingSince) {}

    /** In the current transaction. */
    void write(List<Outcome> outcomes) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            turn(connection, turns(outcomes));
            int _ = Bulk.of(outcomes)
                    .column("uuid", outcome -> outcome.delivery().id())
                    .column("int", outcome -> outcome.delivery().round())
                    .column("int", outcome -> outcome.delivery().attempts())
                    .column("text", outcome -> outcome.status().name())
                    .column("timestamptz", Outcome::nextAttemptAt)
                    .column("timestamptz", Outcome::finishedAt)
                    .column("timestamptz", Outcome::attemptedAt)
                    .column("int", outcome -> (int) outcome.answer().took().toMillis())
                    .column("int", outcome -> outcome.answer().status())
                    .column("text", OutcomeRows::error)
                    .column("text", outcome -> outcome.answer().body())
                    .execute(connection, WRITE);
        }
    }

    private static @Nullable String error(Outcome outcome) {
        AttemptError error = outcome.answer().error();
        return error == null ? null : error.name();
    }

    private static Collection<Turn> turns(List<Outcome> outcomes) {
        Map<UUID, Turn> last = new TreeMap<>();
        for (Outcome outcome : outcomes) {
            if (outcome.turns()) {
                Instant since = outcome.answer().taken() ? null : outcome.attemptedAt();
                last.put(outcome.endpointId(), new Turn(outcome.endpointId(), since));
            }
        }
        return last.values();
    }

    private static void turn(Connection connection, Collection<Turn> turns) throws SQLException {
        List<UUID> _ = Bulk.of(turns)
                .column("uuid", Turn::endpointId)
                .query(connection, LOCK, row -> row.getObject(1, UUID.class));
        int _ = Bulk.of(turns)
                .column("uuid", Turn::endpointId)
                .column("timestamptz", Turn::failingSince)
                .execute(connection, TURN);
    }
}

package dev.vetrina.kit.consumer;

import dev.vetrina.events.Topics;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.kit.outbox.Outbox;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** Events that could not be taken, each with the later events of its key parked behind it. */
@IfBuildProperty(name = "vetrina.database", stringValue = "true", enableIfMissing = true)
@ApplicationScoped
class DeadLetters {

    private static final String COLUMNS =
            "id, consumer, topic, key, event_id, type, sequence, occurred_at, traceparent, payload, state, reason, created_at";

    private final DataSource dataSource;
    private final Outbox outbox;
    private final Clock clock;

    DeadLetters(DataSource dataSource, Outbox outbox, Clock clock) {
        this.dataSource = dataSource;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Keeps a replay of these keys and the parking behind them apart, until the transaction ends: an event parked while the
     * ones before it are taken would be left behind.
     */
    void lock(String consumer, Collection<String> keys) throws SQLException {
        String sql = """
                select pg_advisory_xact_lock(hashtextextended(?, n)) from (select distinct hashtextextended(k, 0) as n
                from unnest(?::text[]) as k order by n) as keys
                """;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement lock = connection.prepareStatement(sql)) {
            lock.setString(1, "dead letters of " + consumer);
            lock.setArray(2, connection.createArrayOf("text", keys.toArray()));
            lock.execute();
        }
    }

    /** Of these keys, those behind which events must be parked. */
    Set<String> blockedKeys(String consumer, Collection<String> keys) throws SQLException {
        String sql = "select distinct key from dead_letter where consumer = ? and key = any(?)";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, consumer);
            select.setArray(2, connection.createArrayOf("text", keys.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                Set<String> blocked = new HashSet<>();
                while (rows.next()) {
                    blocked.add(rows.getString(1));
                }
                return blocked;
            }
        }
    }

    void fail(String consumer, IncomingRecord record, Throwable cause) throws SQLException {
        String reason = cause.getClass().getSimpleName() + ": " + cause.getMessage();
        if (insert(consumer, record, "FAILED", reason)) {
            outbox.forward(
                    Topics.DEAD_LETTERS,
                    record.key(),
                    record.type(),
                    record.sequence(),
                    record.occurredAt(),
                    "dead_letter_consumer: " + consumer + "\ndead_letter_topic: " + record.topic()
                            + "\ndead_letter_event_id: " + record.eventId(),
                    record.payload());
        }
    }

    void park(String consumer, IncomingRecord record) throws SQLException {
        insert(consumer, record, "PARKED", "an earlier event of this key could not be taken");
    }

    private boolean insert(String consumer, IncomingRecord record, String state, String reason) throws SQLException {
        String sql = "insert into dead_letter (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                + " on conflict (consumer, event_id) do nothing";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, Ids.next());
            insert.setString(2, consumer);
            insert.setString(3, record.topic());
            insert.setString(4, record.key());
            insert.setObject(5, record.eventId());
            insert.setString(6, record.type());
            insert.setLong(7, record.sequence());
            insert.setObject(8, record.occurredAt().atOffset(ZoneOffset.UTC));
            insert.setString(9, record.traceparent());
            insert.setString(10, record.payload());
            insert.setString(11, state);
            insert.setString(12, reason.replace('\0', '\uFFFD'));
            insert.setObject(13, clock.instant().atOffset(ZoneOffset.UTC));
            return insert.executeUpdate() == 1;
        }
    }

    List<DeadLetter> list(Optional<UUID> after, int limit) throws SQLException {
        String sql = "select " + COLUMNS + " from dead_letter where id > ? order by id limit ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, after.orElse(new UUID(0, 0)));
            select.setInt(2, limit);
            return read(select);
        }
    }

    Optional<DeadLetter> find(UUID id) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select " + COLUMNS + " from dead_letter where id = ?")) {
            select.setObject(1, id);
            return read(select).stream().findFirst();
        }
    }

    /** Everything of a key in the order in which it came. */
    List<DeadLetter> ofKey(String consumer, String key) throws SQLException {
        String sql = "select " + COLUMNS + " from dead_letter where consumer = ? and key = ? order by id";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, consumer);
            select.setString(2, key);
            return read(select);
        }
    }

    void delete(UUID id) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement("delete from dead_letter where id = ?")) {
            delete.setObject(1, id);
            delete.executeUpdate();
        }
    }

    private static List<DeadLetter> read(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            List<DeadLetter> letters = new ArrayList<>();
            while (row.next()) {
                var record = new IncomingRecord(
                        row.getString("topic"),
                        row.getString("key"),
                        row.getObject("event_id", UUID.class),
                        row.getString("type"),
                        row.getLong("sequence"),
                        row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                        row.getString("traceparent"),
                        row.getString("payload"));
                letters.add(new DeadLetter(
                        row.getObject("id", UUID.class),
                        row.getString("consumer"),
                        record,
                        row.getString("state"),
                        row.getString("reason"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()));
            }
            return letters;
        }
    }
}

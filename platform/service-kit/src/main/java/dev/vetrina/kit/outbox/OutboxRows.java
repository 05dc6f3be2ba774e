package dev.vetrina.kit.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The relay's view of the outbox, on the connection that holds its lock. */
final class OutboxRows {

    private static final int BATCH = 1_000;

    private final Connection connection;

    OutboxRows(Connection connection) {
        this.connection = connection;
    }

    record Row(long position, OutboxMessage message) {}

    List<Row> next() throws SQLException {
        String sql = """
                select position, event_id, topic, key, type, sequence, occurred_at, headers, payload
                from outbox order by position limit ?
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setInt(1, BATCH);
            List<Row> batch = rows(select);
            return batch.stream()
                    .takeWhile(row -> row.position() - batch.getFirst().position() < Receipt.SPAN)
                    .toList();
        }
    }

    /** Whether more were waiting than a batch takes. */
    static boolean full(List<Row> batch) {
        return batch.size() == BATCH;
    }

    /** Deletes a batch that a relay has published and could not delete; one that was deleted is not there any more. */
    void deletePublished(Receipt receipt) throws SQLException {
        String sql = """
                select position, event_id, topic, key, type, sequence, occurred_at, headers, payload
                from outbox where position = any(?) order by position
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("bigint", receipt.positions()));
            List<Row> left = rows(select);
            if (!left.isEmpty() && Receipt.of(left).equals(receipt)) {
                delete(left);
            }
        }
    }

    private static List<Row> rows(PreparedStatement select) throws SQLException {
        try (ResultSet rows = select.executeQuery()) {
            List<Row> batch = new ArrayList<>();
            while (rows.next()) {
                batch.add(row(rows));
            }
            return batch;
        }
    }

    /** By position, not up to one: a lower position may have been committed since the batch was read. */
    void delete(List<Row> published) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from outbox where position = any(?)")) {
            delete.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", published.stream().map(Row::position).toArray()));
            delete.executeUpdate();
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        UUID eventId = row.getObject("event_id", UUID.class);
        OffsetDateTime occurredAt = row.getObject("occurred_at", OffsetDateTime.class);
        return new Row(
                row.getLong("position"),
                new OutboxMessage(
                        eventId,
                        row.getString("topic"),
                        row.getString("key"),
                        row.getString("type"),
                        row.getLong("sequence"),
                        occurredAt.toInstant(),
                        row.getString("headers"),
                        row.getString("payload")));
    }
}

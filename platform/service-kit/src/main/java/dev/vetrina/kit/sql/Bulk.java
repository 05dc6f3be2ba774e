package dev.vetrina.kit.sql;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Many rows in one statement: an array a column, which the statement takes apart with {@code unnest(?::uuid[], ?::text[], …)}.
 * However many rows there are, it is one statement and one plan.
 */
public final class Bulk<T> {

    private final Collection<T> rows;
    private final List<Column<T>> columns = new ArrayList<>();

    private Bulk(Collection<T> rows) {
        this.rows = rows;
    }

    record Column<T>(String type, Function<T, @Nullable Object> value) {}

    public static <T> Bulk<T> of(Collection<T> rows) {
        return new Bulk<>(rows);
    }

    /**
     * The next parameter of the statement.
     *
     * @param type the element type in PostgreSQL, such as {@code uuid}; instants go into {@code timestamptz}
     */
    public Bulk<T> column(String type, Function<T, @Nullable Object> value) {
        columns.add(new Column<>(type, value));
        return this;
    }

    /**
     * Adds the rows to a table, in their order.
     *
     * @param into the table and its columns, in the order of {@link #column}, such as {@code orders (id, version)}
     */
    public void insert(Connection connection, String into) throws SQLException {
        String arrays =
                columns.stream().map(column -> "?::" + column.type() + "[]").collect(joining(", "));
        int _ = execute(connection, "insert into " + into + " select * from unnest(" + arrays + ")");
    }

    /** Returns how many rows the statement changed; without rows it is not sent. */
    public int execute(Connection connection, String sql) throws SQLException {
        if (rows.isEmpty()) {
            return 0;
        }
        try (PreparedStatement statement = prepare(connection, sql)) {
            return statement.executeUpdate();
        }
    }

    /** Returns what {@code reader} makes of the rows that the statement returns; without rows it is not sent. */
    public <R> List<R> query(Connection connection, String sql, RowReader<R> reader) throws SQLException {
        List<R> read = new ArrayList<>();
        if (rows.isEmpty()) {
            return read;
        }
        try (PreparedStatement statement = prepare(connection, sql);
                ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                read.add(reader.read(result));
            }
        }
        return read;
    }

    /** Makes something of the row at which the result stands. */
    public interface RowReader<R> {
        R read(ResultSet row) throws SQLException;
    }

    private PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < columns.size(); i++) {
            Column<T> column = columns.get(i);
            statement.setArray(i + 1, connection.createArrayOf(column.type(), values(column)));
        }
        return statement;
    }

    private Object[] values(Column<T> column) {
        Stream<@Nullable Object> values =
                rows.stream().map(row -> sqlValue(column.value().apply(row)));
        // The driver takes arrays of bytes only in an array of just that type.
        return column.type().equals("bytea") ? values.toArray(byte[][]::new) : values.toArray();
    }

    private static @Nullable Object sqlValue(@Nullable Object value) {
        return value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value;
    }
}

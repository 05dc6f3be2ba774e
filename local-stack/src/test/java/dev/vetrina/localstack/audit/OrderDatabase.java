package dev.vetrina.localstack.audit;

import dev.vetrina.testkit.server.PostgreSqlServer;
import dev.vetrina.testkit.server.RealServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The order database in a real PostgreSQL, with its tables as order-service makes them and without the constraints that keep a
 * violation out: a checker is to find what should have been impossible. Those that list the states stay, so that no fixture
 * has a state that order-service does not know.
 */
final class OrderDatabase implements AutoCloseable {

    private static final List<String> MIGRATIONS =
            List.of("platform/service-kit/src/main/resources/db/kit", "order-service/src/main/resources/db/migration");

    /** Values for columns that must have one and that the audit does not look at. */
    private static final Map<String, String> ANYTHING = Map.of(
            "uuid", "gen_random_uuid()",
            "text", "'x'",
            "bigint", "0",
            "integer", "0",
            "smallint", "0",
            "boolean", "false",
            "bytea", "gen_random_uuid()::text::bytea",
            "timestamp with time zone", "now()",
            "date", "current_date",
            "jsonb", "'{}'");

    private final Connection connection;

    private OrderDatabase(Connection connection) {
        this.connection = connection;
    }

    /** Empty. */
    static OrderDatabase create(String name) throws SQLException, IOException {
        PostgreSqlServer server = RealServers.postgreSql();
        server.createDatabase(name);
        OrderDatabase database =
                new OrderDatabase(DriverManager.getConnection(server.jdbcUrl(name), server.user(), server.password()));
        for (Path migration : migrations()) {
            database.execute(Files.readString(migration));
        }
        database.dropWhatPreventsViolations();
        return database;
    }

    private static List<Path> migrations() throws IOException {
        List<Path> found = new ArrayList<>();
        for (String folder : MIGRATIONS) {
            try (Stream<Path> files = Files.list(Path.of("..").resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".sql")).sorted().forEach(found::add);
            }
        }
        return found;
    }

    private void dropWhatPreventsViolations() throws SQLException {
        for (String table : column("select tablename from pg_tables where schemaname = 'public'")) {
            execute("alter table " + table + " disable trigger user");
            for (String constraint : column("select conname from pg_constraint where contype in ('c', 'f', 'u')"
                    + " and pg_get_constraintdef(oid) not like 'CHECK ((status = ANY%'"
                    + " and conrelid = '" + table + "'::regclass")) {
                execute("alter table " + table + " drop constraint if exists \"" + constraint + "\" cascade");
            }
        }
        for (String index : column("select indexrelid::regclass::text from pg_index join pg_class c on c.oid = indrelid"
                + " where indisunique and not indisprimary and c.relnamespace = 'public'::regnamespace")) {
            execute("drop index " + index);
        }
    }

    OrderBooks books() throws SQLException {
        try {
            return BooksReader.read(connection);
        } finally {
            connection.setReadOnly(false);
            connection.setAutoCommit(true);
        }
    }

    long underWay() throws SQLException {
        return UnderWay.in(connection).total();
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Empties the tables that the audit reads. */
    void clear() throws SQLException {
        execute("truncate orders, order_line, payment, payment_capture, refund, simulated_charge, stock_level,"
                + " stock_movement, waitlist_entry, outbox cascade");
    }

    /** @param values as SQL literals; every other column that needs a value gets any */
    void insert(String table, Map<String, String> values) throws SQLException {
        Map<String, String> row = new LinkedHashMap<>();
        for (String needed : column("select column_name || ':' || data_type from information_schema.columns"
                + " where table_schema = 'public' and table_name = '" + table + "' and is_nullable = 'NO'"
                + " and column_default is null and is_identity = 'NO' and is_generated = 'NEVER'")) {
            String[] nameAndType = needed.split(":", 2);
            row.put(nameAndType[0], ANYTHING.getOrDefault(nameAndType[1], "null"));
        }
        row.putAll(values);
        execute("insert into " + table + " (" + String.join(", ", row.keySet()) + ") values ("
                + row.values().stream().collect(Collectors.joining(", ")) + ")");
    }

    private List<String> column(String sql) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (row.next()) {
                values.add(row.getString(1));
            }
            return values;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

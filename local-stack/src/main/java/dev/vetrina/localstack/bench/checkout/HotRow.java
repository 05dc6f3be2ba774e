package dev.vetrina.localstack.bench.checkout;

import dev.vetrina.localstack.stack.Port;
import dev.vetrina.localstack.stack.Ports;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/**
 * What the system is compared with: each client, in one transaction, decrements the one row of a table of stock and inserts
 * one row into a table of orders. In a database of its own on the same PostgreSQL.
 */
interface HotRow {

    String DATABASE = "bench";
    String UPDATE = "update hot_stock set available = available - 1, sold = sold + 1 where id = 1";
    String INSERT = "insert into hot_order (customer, total, placed_at) values ('customer', 1000, now())";

    /** For the output. */
    String program();

    /** Transactions a second. */
    double perSecond(int clients, Duration length);

    /** By pgbench if it is on the path, otherwise over JDBC. */
    static HotRow on(Ports ports) {
        prepare(ports);
        return PgBench.onPath()
                .<HotRow>map(program -> new PgBench(program, ports))
                .orElseGet(() -> new JdbcClients(ports));
    }

    static Connection connect(Ports ports, String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + ports.of(Port.POSTGRESQL) + "/" + database, "postgres", "postgres");
    }

    private static void prepare(Ports ports) {
        try (Connection server = connect(ports, "postgres")) {
            if (!exists(server)) {
                execute(server, List.of("create database " + DATABASE));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database " + DATABASE + " cannot be made", e);
        }
        try (Connection bench = connect(ports, DATABASE)) {
            execute(
                    bench,
                    List.of(
                            "drop table if exists hot_stock, hot_order",
                            "create table hot_stock (id int primary key, available bigint not null, sold bigint not null)"
                                    + " with (fillfactor = 50)",
                            "insert into hot_stock values (1, 1000000000, 0)",
                            "create table hot_order (id bigint generated always as identity primary key,"
                                    + " customer text not null, total bigint not null, placed_at timestamptz not null)"));
        } catch (SQLException e) {
            throw new IllegalStateException("The tables of the baseline cannot be made", e);
        }
    }

    private static boolean exists(Connection server) throws SQLException {
        try (Statement statement = server.createStatement();
                ResultSet found =
                        statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
            return found.next();
        }
    }

    private static void execute(Connection connection, List<String> commands) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }
}

package dev.vetrina.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgreSqlTest {

    @TempDir
    Path directory = Path.of("");

    @Test
    void isPostgreSql18WithDurableCommits() throws Exception {
        try (var server = EmbeddedPostgreSql.builder().start()) {
            assertThat(text(server, "postgres", "show server_version")).startsWith("18.");
            assertThat(text(server, "postgres", "show fsync")).isEqualTo("on");
            assertThat(text(server, "postgres", "show synchronous_commit")).isEqualTo("on");
            assertThat(text(server, "postgres", "show max_connections")).isEqualTo("200");
            assertThat(text(server, "postgres", "select lower('CAFÈ')")).isEqualTo("cafè");
        }
    }

    @Test
    void keepsItsDataOverARestartInAGivenDirectory() throws Exception {
        Path data = directory.resolve("data");
        Path log = directory.resolve("postgresql.log");
        int port = FreePort.find();
        try (var server = EmbeddedPostgreSql.builder()
                .port(port)
                .dataDirectory(data)
                .log(log)
                .start()) {
            server.createDatabase("orders");
            server.createDatabase("orders");
            execute(server, "orders", "create table kept as select 42 as answer");
        }
        try (var server = EmbeddedPostgreSql.builder()
                .port(port)
                .dataDirectory(data)
                .log(log)
                .start()) {
            assertThat(text(server, "orders", "select answer from kept")).isEqualTo("42");
        }
        assertThat(log).content().contains("database system is ready to accept connections");
    }

    @Test
    void stopsAPostmasterLeftOverInItsDirectory() throws Exception {
        Path data = directory.resolve("data");
        try (var server = EmbeddedPostgreSql.builder().dataDirectory(data).start()) {
            server.createDatabase("orders");
        }
        ProcessHandle leftover = PostmasterWithoutParent.start(data, FreePort.find());
        try (var server = EmbeddedPostgreSql.builder().dataDirectory(data).start()) {
            // A zombie that nobody reaps has a process id, but no command any more.
            assertThat(leftover.info().command()).isEmpty();
            assertThat(server.postmasterPid()).isNotEqualTo(leftover.pid());
            assertThat(text(server, "orders", "select 1")).isEqualTo("1");
        }
    }

    @Test
    void refusesADirectoryWhoseServerIsInUse() throws Exception {
        Path data = directory.resolve("data");
        try (var server = EmbeddedPostgreSql.builder().dataDirectory(data).start()) {
            assertThatThrownBy(() ->
                            EmbeddedPostgreSql.builder().dataDirectory(data).start())
                    .hasMessageContaining("is in use");
            assertThat(text(server, "postgres", "select 1")).isEqualTo("1");
        }
    }

    @Test
    void comesBackOnItsDataAfterThePostmasterWasKilled() throws Exception {
        Path data = directory.resolve("data");
        try (var killed = EmbeddedPostgreSql.builder().dataDirectory(data).start()) {
            killed.createDatabase("orders");
            ProcessHandle postmaster = ProcessHandle.of(killed.postmasterPid()).orElseThrow();
            postmaster.destroyForcibly();
            postmaster.onExit().join();
        }
        try (var server = EmbeddedPostgreSql.builder().dataDirectory(data).start()) {
            assertThat(text(server, "orders", "select 1")).isEqualTo("1");
        }
    }

    private static String text(PostgreSqlServer server, String database, String query) throws SQLException {
        try (Connection connection = connect(server, database);
                var result = connection.createStatement().executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    private static void execute(PostgreSqlServer server, String database, String statement) throws SQLException {
        try (Connection connection = connect(server, database)) {
            connection.createStatement().execute(statement);
        }
    }

    private static Connection connect(PostgreSqlServer server, String database) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(database), server.user(), server.password());
    }
}

package dev.vetrina.kit.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OldRowsTest {

    private static final Instant LIMIT = Instant.parse("2026-06-01T12:00:00Z");

    @Inject
    DataSource dataSource;

    @BeforeEach
    void createTable() throws SQLException {
        execute("create table aged (number int, at timestamptz)");
    }

    @AfterEach
    void dropTable() throws SQLException {
        execute("drop table aged");
    }

    @Test
    void everythingOlderGoesHoweverMuchItIs() throws SQLException {
        execute("insert into aged select n, timestamptz '%s' - n * interval '1 s' from generate_series(-2, 20500) n"
                .formatted(LIMIT));

        OldRows.delete(dataSource, "aged", "at", LIMIT);

        assertThat(left()).isEqualTo(3);
    }

    @Test
    void whereNothingIsOldNothingGoes() throws SQLException {
        execute("insert into aged values (1, '%s')".formatted(LIMIT));

        OldRows.delete(dataSource, "aged", "at", LIMIT);

        assertThat(left()).isEqualTo(1);
    }

    private int left() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                var select = connection.createStatement();
                ResultSet row = select.executeQuery("select count(*) from aged")) {
            row.next();
            return row.getInt(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

package dev.vetrina.kit.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows that are added at once are read as they were. */
@QuarkusTest
class BulkTest {

    private static final String INTO = "sample (id, label, amount, number, flag, at, raw, doc)";
    private static final Sample FULL = new Sample(
            UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"),
            "It's \"ß €\" \\ {} \t\n😀",
            Long.MIN_VALUE,
            Integer.MAX_VALUE,
            true,
            Instant.parse("2026-11-28T07:00:00.123456Z"),
            "00ff5c0a",
            "{\"a\": [1, \"ü\"]}");

    record Sample(
            UUID id,
            @Nullable String label,
            @Nullable Long amount,
            @Nullable Integer number,
            @Nullable Boolean flag,
            @Nullable Instant at,
            @Nullable String hex,
            @Nullable String doc) {}

    @Inject
    DataSource dataSource;

    private Connection connection;

    @BeforeEach
    void createTable() throws SQLException {
        connection = dataSource.getConnection();
        execute(
                "create temporary table sample (id uuid primary key, label text, amount bigint, number int, flag boolean,"
                        + " at timestamptz, raw bytea, doc jsonb)");
    }

    @AfterEach
    void dropTable() throws SQLException {
        execute("drop table sample");
        connection.close();
    }

    @Test
    void everyTypeIsReadAsItWasAdded() throws SQLException {
        add(List.of(FULL));

        assertThat(read()).singleElement().usingRecursiveComparison().isEqualTo(FULL);
    }

    @Test
    void whatIsNullStaysNull() throws SQLException {
        Sample empty = new Sample(UUID.randomUUID(), null, null, null, null, null, null, null);
        add(List.of(empty));

        assertThat(read()).singleElement().usingRecursiveComparison().isEqualTo(empty);
    }

    @Test
    void manyRowsAreAddedAtOnceAndInTheirOrder() throws SQLException {
        execute("alter table sample add position bigint generated always as identity");
        List<UUID> ids = new ArrayList<>();
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            samples.add(at(Instant.EPOCH));
            ids.add(samples.getLast().id());
        }
        add(samples);

        List<UUID> inOrder = new ArrayList<>();
        try (var select = connection.createStatement();
                ResultSet row = select.executeQuery("select id from sample order by position")) {
            while (row.next()) {
                inOrder.add(row.getObject(1, UUID.class));
            }
        }
        assertThat(inOrder).isEqualTo(ids);
    }

    @Test
    void aRowThatBreaksAConstraintIsRefusedAsByAnyStatementAndTheConnectionStaysUsable() throws SQLException {
        add(List.of(FULL));

        assertThatThrownBy(() -> add(List.of(FULL)))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refusal -> assertThat(refusal.getSQLState()).isEqualTo("23505"));
        assertThat(read()).hasSize(1);
    }

    @Test
    void withoutRowsNothingIsSent() throws SQLException {
        Bulk.of(List.<Sample>of()).column("uuid", Sample::id).insert(connection, "no_such_table (id)");

        assertThat(read()).isEmpty();
    }

    private static Sample at(Instant time) {
        return new Sample(UUID.randomUUID(), null, null, null, null, time, null, null);
    }

    private void add(List<Sample> samples) throws SQLException {
        Bulk.of(samples)
                .column("uuid", Sample::id)
                .column("text", Sample::label)
                .column("bigint", Sample::amount)
                .column("int", Sample::number)
                .column("boolean", Sample::flag)
                .column("timestamptz", Sample::at)
                .column(
                        "bytea",
                        sample -> sample.hex() == null ? null : HexFormat.of().parseHex(sample.hex()))
                .column("jsonb", Sample::doc)
                .insert(connection, INTO);
    }

    private List<Sample> read() throws SQLException {
        List<Sample> samples = new ArrayList<>();
        try (var select = connection.createStatement();
                ResultSet row = select.executeQuery(
                        "select id, label, amount, number, flag, at, encode(raw, 'hex'), doc::text from sample")) {
            while (row.next()) {
                samples.add(new Sample(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getObject(3, Long.class),
                        row.getObject(4, Integer.class),
                        row.getObject(5, Boolean.class),
                        time(row.getObject(6, OffsetDateTime.class)),
                        row.getString(7),
                        row.getString(8)));
            }
        }
        return samples;
    }

    private static @Nullable Instant time(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

package dev.vetrina.kit.audit;

import dev.vetrina.kit.id.Ids;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The table of audit entries. To be called outside of a transaction: an entry holds whatever becomes of the operation. */
@IfBuildProperty(name = "vetrina.database", stringValue = "true", enableIfMissing = true)
@ApplicationScoped
class AuditEntries {

    private static final UUID BEHIND_ALL = new UUID(-1, -1);

    private final DataSource dataSource;
    private final Clock clock;

    AuditEntries(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** Returns the entry's id. */
    UUID begin(AuditedRequest request) throws SQLException {
        String sql = """
            insert into audit_entry (id, at, actor, role, operation, request, objects, request_id)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;
        UUID id = Ids.next();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, id);
            insert.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            insert.setString(3, request.actor());
            insert.setString(4, request.role());
            insert.setString(5, request.operation());
            insert.setString(6, request.request());
            insert.setArray(
                    7, connection.createArrayOf("text", request.objects().toArray()));
            insert.setString(8, request.requestId());
            insert.executeUpdate();
        }
        return id;
    }

    /** @param created the id of what was created, if anything was */
    void complete(UUID id, int status, @Nullable UUID created) throws SQLException {
        String sql = "update audit_entry set outcome = ?, status = ?, objects = objects || ? where id = ?";
        Object[] more = created == null ? new Object[0] : new Object[] {created.toString()};
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, AuditOutcome.of(status).name());
            update.setInt(2, status);
            update.setArray(3, connection.createArrayOf("text", more));
            update.setObject(4, id);
            update.executeUpdate();
        }
    }

    /** The latest first, behind the one with which the page before ended. */
    List<AuditEntryView> list(AuditQuery query, @Nullable UUID after, int rows) throws SQLException {
        StringBuilder sql = new StringBuilder("select * from audit_entry where id < ?");
        List<Object> values = new ArrayList<>(List.of(Objects.requireNonNullElse(after, BEHIND_ALL)));
        and(sql, values, " and objects @> array[?]::text[]", query.object);
        and(sql, values, " and actor = ?", query.actor);
        and(sql, values, " and at >= ?", utc(query.from));
        and(sql, values, " and at < ?", utc(query.to));
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql + " order by id desc limit " + rows)) {
            for (int i = 0; i < values.size(); i++) {
                select.setObject(i + 1, values.get(i));
            }
            return read(select);
        }
    }

    private static void and(StringBuilder sql, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(condition);
            values.add(value);
        }
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    private static List<AuditEntryView> read(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            List<AuditEntryView> entries = new ArrayList<>();
            while (row.next()) {
                String outcome = row.getString("outcome");
                entries.add(new AuditEntryView(
                        row.getObject("id", UUID.class),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor"),
                        row.getString("role"),
                        row.getString("operation"),
                        row.getString("request"),
                        Arrays.asList((String[]) row.getArray("objects").getArray()),
                        row.getString("request_id"),
                        outcome == null ? AuditOutcome.UNKNOWN : AuditOutcome.valueOf(outcome),
                        row.getObject("status", Integer.class)));
            }
            return entries;
        }
    }
}

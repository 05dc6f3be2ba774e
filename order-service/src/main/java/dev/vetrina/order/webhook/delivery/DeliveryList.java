package dev.vetrina.order.webhook.delivery;

import dev.vetrina.kit.http.PageParams;
import dev.vetrina.order.webhook.message.WebhookStorageException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Deliveries, the newest first. */
@ApplicationScoped
class DeliveryList {

    static final String COLUMNS = """
            d.id, d.endpoint_id, d.message_id, m.type, d.status, d.attempts, d.next_attempt_at, d.created_at, d.finished_at
            """;
    private static final String LIST = "select " + COLUMNS + """
            from webhook_delivery d
            join webhook_endpoint e on e.id = d.endpoint_id
            join webhook_message m on m.id = d.message_id
            where (?::uuid is null or e.brand_id = ?) and d.id < ?
              and (?::uuid is null or d.endpoint_id = ?) and (?::uuid is null or d.message_id = ?)
              and (?::text is null or d.status = ?)
              and (?::timestamptz is null or d.created_at >= ?) and (?::timestamptz is null or d.created_at < ?)
            order by d.id desc limit ?
            """;
    private static final UUID NEWEST = new UUID(-1, -1);

    private final DataSource dataSource;

    DeliveryList(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** @param brandId whose, or null for everybody's */
    List<DeliveryView> list(@Nullable UUID brandId, DeliveryFilter filter, PageParams page) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(LIST)) {
            twice(select, 1, brandId);
            select.setObject(3, page.after().orElse(NEWEST));
            twice(select, 4, filter.endpointId);
            twice(select, 6, filter.messageId);
            twice(select, 8, filter.status == null ? null : filter.status.name());
            twice(select, 10, time(filter.since));
            twice(select, 12, time(filter.until));
            select.setInt(14, page.rows());
            try (ResultSet row = select.executeQuery()) {
                List<DeliveryView> deliveries = new ArrayList<>();
                while (row.next()) {
                    deliveries.add(view(row));
                }
                return deliveries;
            }
        } catch (SQLException e) {
            throw new WebhookStorageException(e);
        }
    }

    private static void twice(PreparedStatement select, int first, @Nullable Object value) throws SQLException {
        select.setObject(first, value);
        select.setObject(first + 1, value);
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    /** Of a row that begins with {@link #COLUMNS}. */
    static DeliveryView view(ResultSet row) throws SQLException {
        return new DeliveryView(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getString(4),
                DeliveryStatus.valueOf(row.getString(5)),
                row.getInt(6),
                instant(row, 7),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                instant(row, 9));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}

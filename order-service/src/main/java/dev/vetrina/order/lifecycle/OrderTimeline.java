package dev.vetrina.order.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads what {@link Timeline} has kept. */
@ApplicationScoped
class OrderTimeline {

    /** A brand does not see how the buyer pays, nor what others do with their parts. */
    private static final String SELECT = """
            select sequence, what, actor_kind, actor_id, reason, subject_id, brand_id, changed_at from order_change
            where order_id = ? and sequence > ?
              and (?::uuid is null or brand_id = ?::uuid
                   or what in ('order.placed.v1', 'order.paid.v1', 'order.cancelled.v1', 'order.expired.v1', 'order.completed.v1'))
            order by sequence limit ?
            """;

    private final DataSource dataSource;

    OrderTimeline(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** @param brandId whose view it is, or null for everything */
    List<Timeline.Entry> of(UUID orderId, @Nullable UUID brandId, long after, int rows) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setObject(1, orderId);
            select.setLong(2, after);
            select.setObject(3, brandId);
            select.setObject(4, brandId);
            select.setInt(5, rows);
            try (ResultSet row = select.executeQuery()) {
                List<Timeline.Entry> entries = new ArrayList<>();
                while (row.next()) {
                    entries.add(entry(orderId, row));
                }
                return entries;
            }
        } catch (SQLException e) {
            throw new Orders.StorageException(e);
        }
    }

    private static Timeline.Entry entry(UUID orderId, ResultSet row) throws SQLException {
        return new Timeline.Entry(
                orderId,
                row.getLong("sequence"),
                row.getString("what"),
                new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor_id")),
                row.getString("reason"),
                row.getObject("subject_id", UUID.class),
                row.getObject("brand_id", UUID.class),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}

package dev.vetrina.order.inventory;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The movements of a variant, newest first. */
@ApplicationScoped
class Movements {

    private static final String LIST = """
            select id, pool, reason, available_delta, held_delta, sold_delta, order_id, reference, moved_at from stock_movement
            where variant_id = ? and pool <> 'sandbox' and id < ? and (?::text is null or reason = ?::text) and (?::text is null or reference = ?::text)
            order by id desc limit ?
            """;

    private final Snapshot snapshot;

    Movements(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    List<MovementView> before(long id, UUID variantId, @Nullable String reason, @Nullable String reference, int rows) {
        return snapshot.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(LIST)) {
                select.setObject(1, variantId);
                select.setLong(2, id);
                select.setString(3, reason);
                select.setString(4, reason);
                select.setString(5, reference);
                select.setString(6, reference);
                select.setInt(7, rows);
                return read(select);
            }
        });
    }

    private static List<MovementView> read(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            List<MovementView> movements = new ArrayList<>();
            while (row.next()) {
                movements.add(new MovementView(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getObject(7, UUID.class),
                        row.getString(8),
                        row.getObject(9, OffsetDateTime.class).toInstant()));
            }
            return movements;
        }
    }
}

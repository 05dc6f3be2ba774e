package dev.vetrina.order.inventory;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Counters beside the sums of their movements, from one snapshot. */
@ApplicationScoped
class InventoryQuery {

    private static final String POOLS = """
            select l.pool, l.available, l.held, l.sold,
                   (select coalesce(sum(m.available_delta + m.held_delta + m.sold_delta), 0) from stock_movement m
                    where m.variant_id = l.variant_id and m.pool = l.pool)::bigint
            from stock_level l where l.variant_id = ? order by l.pool
            """;

    private final DataSource dataSource;

    InventoryQuery(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    List<InventoryView.Pool> pools(UUID variantId) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(POOLS)) {
            select.setObject(1, variantId);
            try (ResultSet row = select.executeQuery()) {
                List<InventoryView.Pool> pools = new ArrayList<>();
                while (row.next()) {
                    pools.add(new InventoryView.Pool(
                            row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)));
                }
                return pools;
            }
        }
    }
}

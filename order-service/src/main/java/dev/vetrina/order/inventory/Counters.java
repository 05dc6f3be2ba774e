package dev.vetrina.order.inventory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The counters of one pool as they are stored. */
record Counters(String pool, long available, long held, long sold, long version, boolean open, long waiting) {

    private static final String SELECT = """
            select pool, available, held, sold, version, open, waiting from stock_level
            where variant_id = ? and pool <> 'sandbox' order by pool
            """;

    static List<Counters> of(Connection connection, UUID variantId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setObject(1, variantId);
            try (ResultSet row = select.executeQuery()) {
                List<Counters> counters = new ArrayList<>();
                while (row.next()) {
                    counters.add(new Counters(
                            row.getString(1),
                            row.getLong(2),
                            row.getLong(3),
                            row.getLong(4),
                            row.getLong(5),
                            row.getBoolean(6),
                            row.getLong(7)));
                }
                return counters;
            }
        }
    }

    long total() {
        return available + held + sold;
    }
}

package dev.vetrina.order.inventory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What the movements of a variant add up to, by pool and reason: the latest checkpoint and what followed it.
 *
 * @param available sum over the counter's changes; {@code held} and {@code sold} likewise
 */
record MovementSums(String pool, String reason, long movements, long available, long held, long sold) {

    static final String SUMS = """
            select pool, reason, sum(movements)::bigint, sum(available)::bigint, sum(held)::bigint, sum(sold)::bigint from (
                select pool, reason, movements, available, held, sold from stock_checkpoint
                where variant_id = ? and through_id = (select max(through_id) from stock_checkpoint where variant_id = ?)
                union all
                select pool, reason, count(*), sum(available_delta), sum(held_delta), sum(sold_delta) from stock_movement
                where variant_id = ?
                  and id > coalesce((select max(through_id) from stock_checkpoint where variant_id = ?), 0)
                group by pool, reason) s
            group by pool, reason order by pool, reason
            """;

    static List<MovementSums> of(Connection connection, UUID variantId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SUMS)) {
            for (int i = 1; i <= 4; i++) {
                select.setObject(i, variantId);
            }
            try (ResultSet row = select.executeQuery()) {
                List<MovementSums> sums = new ArrayList<>();
                while (row.next()) {
                    sums.add(new MovementSums(
                            row.getString(1),
                            row.getString(2),
                            row.getLong(3),
                            row.getLong(4),
                            row.getLong(5),
                            row.getLong(6)));
                }
                return sums;
            }
        }
    }

    long total() {
        return available + held + sold;
    }
}

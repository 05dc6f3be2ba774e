package dev.vetrina.order.inventory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What orders and offers say about one pool, apart from its counters and movements.
 *
 * @param held units in the lines of unpaid orders
 * @param offered units that are kept for who waited
 * @param sold units in the lines of paid orders, less what was taken back of them
 * @param waiting entries that wait
 */
record Claimed(long held, long offered, long sold, long waiting) {

    static final Claimed NOTHING = new Claimed(0, 0, 0, 0);

    private static final String SELECT = """
            select pool, sum(held)::bigint, sum(offered)::bigint, sum(sold)::bigint, sum(waiting)::bigint from (
                select l.pool, case when o.status = 'PENDING_PAYMENT' then l.quantity else 0 end as held, 0 as offered,
                       case when o.status not in ('PENDING_PAYMENT', 'CANCELLED', 'EXPIRED') then l.quantity else 0 end as sold,
                       0 as waiting
                from order_line l join orders o on o.id = l.order_id where l.variant_id = ?
                union all
                select m.pool, 0, 0, m.sold_delta, 0 from stock_movement m join orders o on o.id = m.order_id
                where m.variant_id = ? and m.reason in ('CANCELLED', 'TAKEN_BACK', 'WRITTEN_OFF') and o.status not in ('CANCELLED', 'EXPIRED')
                union all
                select pool, 0, offered, 0, 0 from waitlist_entry where variant_id = ? and status = 'OFFERED'
                union all
                select pool, 0, 0, 0, 1 from waitlist_entry where variant_id = ? and status = 'WAITING') c
            group by pool
            """;

    static Map<String, Claimed> byPool(Connection connection, UUID variantId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            for (int i = 1; i <= 4; i++) {
                select.setObject(i, variantId);
            }
            try (ResultSet row = select.executeQuery()) {
                Map<String, Claimed> claimed = new HashMap<>();
                while (row.next()) {
                    claimed.put(
                            row.getString(1),
                            new Claimed(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)));
                }
                return claimed;
            }
        }
    }
}

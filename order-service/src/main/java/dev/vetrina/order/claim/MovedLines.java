package dev.vetrina.order.claim;

import dev.vetrina.kit.sql.Bulk;
import dev.vetrina.order.commit.AppendedRows;
import dev.vetrina.order.lifecycle.OrderLine;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Lines that were taken from another pool in the end than the one in which they were held: what is given back goes there. */
final class MovedLines implements AppendedRows<OrderLine> {

    static final MovedLines MOVED_LINES = new MovedLines();

    private static final String MOVE = """
            update order_line l set pool = n.pool from unnest(?::uuid[], ?::text[]) as n (id, pool) where l.id = n.id
            """;

    private MovedLines() {}

    @Override
    public void append(Connection connection, List<OrderLine> lines) throws SQLException {
        Bulk.of(lines)
                .column("uuid", OrderLine::id)
                .column("text", OrderLine::pool)
                .execute(connection, MOVE);
    }
}

package dev.vetrina.localstack.audit;

import dev.vetrina.localstack.audit.OrderBooks.ChargeRow;
import dev.vetrina.localstack.audit.OrderBooks.OrderRow;
import dev.vetrina.localstack.audit.OrderBooks.PaymentRow;
import dev.vetrina.localstack.audit.OrderBooks.Pool;
import dev.vetrina.localstack.audit.OrderBooks.Taken;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads the whole order database as of one moment. Only the columns that the audit needs. */
final class BooksReader {

    private static final String ORDERS = "select id, status, version, total from orders";
    private static final String PAYMENTS =
            "select id, order_id, status, captured_amount, released_amount, refunded_amount from payment";
    // No more may be captured than the order costs, whatever the provider was asked for.
    private static final String CHARGES = """
            select c.payment_id, p.order_id, c.status, c.capture_at_once, c.captures,
                coalesce(o.total, c.amount), c.captured_amount, c.refunded_amount
            from simulated_charge c left join payment p on p.id = c.payment_id left join orders o on o.id = p.order_id
            """;
    private static final String LEVELS =
            "select variant_id, pool, available, held, sold from stock_level where pool <> 'sandbox'";
    private static final String MOVEMENTS = """
            select variant_id, pool, sum(available_delta), sum(held_delta), sum(sold_delta)
            from stock_movement where pool <> 'sandbox' group by variant_id, pool
            """;
    // As order-service's own proof of stock does it, for all variants at once.
    private static final String TAKEN = """
            select variant_id, pool, sum(held)::bigint, sum(sold)::bigint from (
                select l.variant_id, l.pool,
                    case when o.status = 'PENDING_PAYMENT' then l.quantity else 0 end as held,
                    case when o.status in ('PENDING_PAYMENT', 'CANCELLED', 'EXPIRED') then 0 else l.quantity end as sold
                from order_line l join orders o on o.id = l.order_id
                union all
                select m.variant_id, m.pool, 0, m.sold_delta from stock_movement m join orders o on o.id = m.order_id
                where m.reason in ('CANCELLED', 'TAKEN_BACK', 'WRITTEN_OFF') and o.status not in ('CANCELLED', 'EXPIRED')
                union all
                select variant_id, pool, offered, 0 from waitlist_entry where status = 'OFFERED') claimed
            where pool <> 'sandbox' group by variant_id, pool
            """;
    private static final int FETCH = 10_000;

    private final Connection connection;

    private BooksReader(Connection connection) {
        this.connection = connection;
    }

    /** Uses the connection for one read-only transaction of its own. */
    static OrderBooks read(Connection connection) throws SQLException {
        beginSnapshot(connection);
        OrderBooks books = new BooksReader(connection).everything();
        connection.rollback();
        return books;
    }

    /** As {@link #read}, without orders and payments: cheap enough to be done all the time. */
    static OrderBooks readStock(Connection connection) throws SQLException {
        beginSnapshot(connection);
        BooksReader reader = new BooksReader(connection);
        OrderBooks books = reader.withStock(Map.of(), List.of(), List.of());
        connection.rollback();
        return books;
    }

    private static void beginSnapshot(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    }

    private OrderBooks everything() throws SQLException {
        Map<UUID, OrderRow> orders = new HashMap<>();
        for (OrderRow order : rows(ORDERS, BooksReader::order)) {
            orders.put(order.id(), order);
        }
        return withStock(orders, rows(PAYMENTS, BooksReader::payment), rows(CHARGES, BooksReader::charge));
    }

    private OrderBooks withStock(Map<UUID, OrderRow> orders, List<PaymentRow> payments, List<ChargeRow> charges)
            throws SQLException {
        return new OrderBooks(
                orders,
                payments,
                charges,
                byPool(LEVELS, BooksReader::counters),
                byPool(MOVEMENTS, BooksReader::counters),
                byPool(TAKEN, row -> new Taken(row.getLong(3), row.getLong(4))));
    }

    private <T> Map<Pool, T> byPool(String sql, Reading<T> reading) throws SQLException {
        Map<Pool, T> found = new HashMap<>();
        for (Map.Entry<Pool, T> entry :
                rows(sql, row -> Map.entry(new Pool(id(row, 1), row.getString(2)), reading.of(row)))) {
            found.put(entry.getKey(), entry.getValue());
        }
        return found;
    }

    private <T> List<T> rows(String sql, Reading<T> reading) throws SQLException {
        try (Statement select = connection.createStatement()) {
            select.setFetchSize(FETCH);
            try (ResultSet row = select.executeQuery(sql)) {
                List<T> found = new ArrayList<>();
                while (row.next()) {
                    found.add(reading.of(row));
                }
                return found;
            }
        }
    }

    private static OrderRow order(ResultSet row) throws SQLException {
        return new OrderRow(id(row, 1), text(row, 2), row.getLong(3), row.getLong(4));
    }

    private static PaymentRow payment(ResultSet row) throws SQLException {
        return new PaymentRow(id(row, 1), id(row, 2), text(row, 3), row.getLong(4), row.getLong(5), row.getLong(6));
    }

    private static ChargeRow charge(ResultSet row) throws SQLException {
        return new ChargeRow(
                id(row, 1),
                id(row, 2),
                text(row, 3),
                row.getBoolean(4),
                row.getInt(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8));
    }

    private static Counters counters(ResultSet row) throws SQLException {
        return new Counters(row.getLong(3), row.getLong(4), row.getLong(5));
    }

    /** Statuses are few, and rows may be many. */
    private static String text(ResultSet row, int column) throws SQLException {
        return row.getString(column).intern();
    }

    private static UUID id(ResultSet row, int column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }
}

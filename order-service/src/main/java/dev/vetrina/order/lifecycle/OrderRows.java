package dev.vetrina.order.lifecycle;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.vetrina.events.Money;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads orders with their lines and payments, many at once. */
public final class OrderRows {

    private static final String ORDERS = """
            select id, version, customer_id, market, session_id, creator_id, status, currency,
                   placed_at, reserved_until, changed_at, reason
            from orders where id = any(?) order by id
            """;
    private static final String LINES = """
            select l.id, l.order_id, l.variant_id, l.product_id, l.brand_id, l.title, l.pool, l.quantity, l.unit_price,
                   o.currency
            from order_line l join orders o on o.id = l.order_id
            where l.order_id = any(?) order by l.order_id, l.line_no
            """;
    private static final String PAYMENTS = """
            select id, order_id, request_id, method_token, status, decline_code, action_url, created_at, check_at
            from payment where order_id = any(?) order by id
            """;

    private OrderRows() {}

    /** Locks the orders, in one order for everybody, and reads them whole. */
    public static Map<UUID, Order> lock(Connection connection, SortedSet<UUID> ids) throws SQLException {
        return read(connection, ORDERS + " for update", ids);
    }

    /** Reads orders as they are, in the order of their ids. */
    static Map<UUID, Order> read(Connection connection, Collection<UUID> ids) throws SQLException {
        return read(connection, ORDERS, ids);
    }

    private static Map<UUID, Order> read(Connection connection, String sql, Collection<UUID> ids) throws SQLException {
        Map<UUID, Order> orders = new LinkedHashMap<>();
        if (ids.isEmpty()) {
            return orders;
        }
        // The orders are locked before their lines and payments are read: what is read is what the lock protects.
        List<OrderHead> heads = select(connection, sql, ids, OrderRows::head);
        Map<UUID, List<OrderLine>> lines = select(connection, LINES, ids, OrderRows::line).stream()
                .collect(groupingBy(LineOfOrder::orderId, mapping(LineOfOrder::line, toList())));
        heads.forEach(head -> orders.put(head.id(), head.order(lines.getOrDefault(head.id(), List.of()))));
        select(connection, PAYMENTS, ids, OrderRows::payment).forEach(payment -> {
            Order order = orders.get(payment.orderId());
            if (order != null) {
                order.restore(payment);
            }
        });
        return orders;
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static <T> List<T> select(Connection connection, String sql, Collection<UUID> ids, RowReader<T> reader)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (ResultSet row = select.executeQuery()) {
                List<T> rows = new ArrayList<>();
                while (row.next()) {
                    rows.add(reader.read(row));
                }
                return rows;
            }
        }
    }

    /** An order without its lines. */
    private record OrderHead(
            UUID id,
            OrderOrigin origin,
            OrderStatus status,
            long version,
            Instant placedAt,
            Instant reservedUntil,
            Instant changedAt,
            @Nullable String reason) {

        Order order(List<OrderLine> lines) {
            return new Order(id, origin, lines, status, version, placedAt, reservedUntil, changedAt, reason);
        }
    }

    private static OrderHead head(ResultSet row) throws SQLException {
        return new OrderHead(
                row.getObject("id", UUID.class),
                new OrderOrigin(
                        row.getString("customer_id"),
                        row.getString("market"),
                        row.getString("currency"),
                        row.getObject("session_id", UUID.class),
                        row.getObject("creator_id", UUID.class)),
                OrderStatus.valueOf(row.getString("status")),
                row.getLong("version"),
                instant(row, "placed_at"),
                instant(row, "reserved_until"),
                instant(row, "changed_at"),
                row.getString("reason"));
    }

    private record LineOfOrder(UUID orderId, OrderLine line) {}

    private static LineOfOrder line(ResultSet row) throws SQLException {
        return new LineOfOrder(
                row.getObject("order_id", UUID.class),
                new OrderLine(
                        row.getObject("id", UUID.class),
                        row.getObject("variant_id", UUID.class),
                        row.getObject("product_id", UUID.class),
                        row.getObject("brand_id", UUID.class),
                        row.getString("title"),
                        row.getString("pool"),
                        row.getInt("quantity"),
                        new Money(row.getLong("unit_price"), row.getString("currency"))));
    }

    private static Payment payment(ResultSet row) throws SQLException {
        return new Payment(
                row.getObject("id", UUID.class),
                row.getObject("order_id", UUID.class),
                HexFormat.of().formatHex(row.getBytes("request_id")),
                row.getString("method_token"),
                PaymentStatus.valueOf(row.getString("status")),
                row.getString("decline_code"),
                row.getString("action_url"),
                instant(row, "created_at"),
                row.getObject("check_at") == null ? null : instant(row, "check_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}

package dev.vetrina.order.lifecycle;

import dev.vetrina.kit.sql.Bulk;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** Writes orders with their lines and payments, many at once. Only the group commit does, under the orders' row locks. */
public final class OrderWrites {

    private static final String INSERT_ORDERS = """
            insert into orders (id, version, customer_id, market, session_id, creator_id, status, currency, total,
                                placed_at, reserved_until, changed_at)
            select * from unnest(?::uuid[], ?::bigint[], ?::text[], ?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::text[],
                                 ?::bigint[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[])
            """;
    private static final String INSERT_LINES = """
            insert into order_line
                (id, order_id, line_no, variant_id, product_id, brand_id, title, pool, quantity, unit_price)
            select * from unnest(?::uuid[], ?::uuid[], ?::int[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[],
                                 ?::int[], ?::bigint[])
            """;
    private static final String UPDATE_ORDERS = """
            update orders set version = n.version, status = n.status, changed_at = n.changed_at, reason = n.reason
            from unnest(?::uuid[], ?::bigint[], ?::text[], ?::timestamptz[], ?::text[])
                as n (id, version, status, changed_at, reason)
            where orders.id = n.id
            """;
    private static final String WRITE_PAYMENTS = """
            insert into payment
                (id, order_id, request_id, method_token, status, decline_code, action_url, created_at, check_at)
            select * from unnest(?::uuid[], ?::uuid[], ?::bytea[], ?::text[], ?::text[], ?::text[], ?::text[],
                                 ?::timestamptz[], ?::timestamptz[])
            on conflict (id) do update set
                status = excluded.status, decline_code = excluded.decline_code, action_url = excluded.action_url,
                check_at = excluded.check_at
            """;

    private OrderWrites() {}

    public static void insert(Connection connection, Collection<Order> orders) throws SQLException {
        Bulk.of(orders)
                .column("uuid", Order::id)
                .column("bigint", Order::version)
                .column("text", order -> order.origin().customerId())
                .column("text", order -> order.origin().market())
                .column("uuid", order -> order.origin().sessionId())
                .column("uuid", order -> order.origin().creatorId())
                .column("text", order -> order.status().name())
                .column("text", order -> order.origin().currency())
                .column("bigint", order -> order.total().amount())
                .column("timestamptz", Order::placedAt)
                .column("timestamptz", Order::reservedUntil)
                .column("timestamptz", Order::changedAt)
                .execute(connection, INSERT_ORDERS);
        insertLines(connection, orders);
    }

    private record NumberedLine(UUID orderId, int number, OrderLine line) {}

    private static void insertLines(Connection connection, Collection<Order> orders) throws SQLException {
        List<NumberedLine> lines = new ArrayList<>();
        for (Order order : orders) {
            int number = 0;
            for (OrderLine line : order.lines()) {
                lines.add(new NumberedLine(order.id(), ++number, line));
            }
        }
        Bulk.of(lines)
                .column("uuid", numbered -> numbered.line().id())
                .column("uuid", NumberedLine::orderId)
                .column("int", NumberedLine::number)
                .column("uuid", numbered -> numbered.line().variantId())
                .column("uuid", numbered -> numbered.line().productId())
                .column("uuid", numbered -> numbered.line().brandId())
                .column("text", numbered -> numbered.line().title())
                .column("text", numbered -> numbered.line().pool())
                .column("int", numbered -> numbered.line().quantity())
                .column("bigint", numbered -> numbered.line().unitPrice().amount())
                .execute(connection, INSERT_LINES);
    }

    public static void update(Connection connection, Collection<Order> orders) throws SQLException {
        Bulk.of(orders)
                .column("uuid", Order::id)
                .column("bigint", Order::version)
                .column("text", order -> order.status().name())
                .column("timestamptz", Order::changedAt)
                .column("text", Order::reason)
                .execute(connection, UPDATE_ORDERS);
        // First what is no longer open or captured, so that the index that allows one such attempt is never in the way.
        writePayments(connection, orders, false);
        writePayments(connection, orders, true);
    }

    private static void writePayments(Connection connection, Collection<Order> orders, boolean effective)
            throws SQLException {
        List<Payment> payments = orders.stream()
                .flatMap(order -> order.payments().stream())
                .filter(payment -> effective == (payment.status().open() || payment.status() == PaymentStatus.CAPTURED))
                .toList();
        Bulk.of(payments)
                .column("uuid", Payment::id)
                .column("uuid", Payment::orderId)
                .column("bytea", payment -> HexFormat.of().parseHex(payment.requestId()))
                .column("text", Payment::methodToken)
                .column("text", payment -> payment.status().name())
                .column("text", Payment::declineCode)
                .column("text", Payment::actionUrl)
                .column("timestamptz", Payment::createdAt)
                .column("timestamptz", Payment::checkAt)
                .execute(connection, WRITE_PAYMENTS);
    }
}

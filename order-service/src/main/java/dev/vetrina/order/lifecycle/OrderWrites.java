package dev.vetrina.order.lifecycle;

import dev.vetrina.kit.sql.Bulk;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Writes orders with their lines, parts and payments, many at once. */
final class OrderWrites {

    private static final String INSERT_ORDERS = """
            orders
                (id, version, customer_id, market, session_id, creator_id, status, currency, total, terms_version,
                 tax_treatment, capture, placed_at, reserved_until, payment_closes_at, changed_at, ship_to, test)""";
    private static final String INSERT_LINES = """
            order_line
                (id, order_id, line_no, variant_id, product_id, brand_id, title, pool, quantity, list_price, unit_price,
                 discount, discounts, tax, total, session_id, creator_id, deal_id)""";
    private static final String INSERT_PARTS = """
            fulfilment
                (id, order_id, brand_id, shipping_option, shipping_price, shipping_tax, shipping_total)""";
    private static final String UPDATE_ORDERS = """
            update orders set version = n.version, status = n.status, changed_at = n.changed_at, reason = n.reason,
                paid_at = coalesce(orders.paid_at, case when n.status = 'PAID' then n.changed_at end)
            from unnest(?::uuid[], ?::bigint[], ?::text[], ?::timestamptz[], ?::text[])
                as n (id, version, status, changed_at, reason)
            where orders.id = n.id
            """;

    private OrderWrites() {}

    static void insert(Connection connection, Collection<Order> orders) throws SQLException {
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
                .column("bigint", order -> order.terms().version())
                .column("text", order -> order.terms().taxTreatment().name())
                .column("text", order -> order.terms().capture().name())
                .column("timestamptz", Order::placedAt)
                .column("timestamptz", Order::reservedUntil)
                .column("timestamptz", Order::paymentClosesAt)
                .column("timestamptz", Order::changedAt)
                .column("jsonb", order -> StoredJson.of(order.address()))
                .column("boolean", order -> order.origin().test())
                .insert(connection, INSERT_ORDERS);
        insertLines(connection, orders);
        insertParts(connection, orders);
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
                .column("bigint", numbered -> numbered.line().listPrice().amount())
                .column("bigint", numbered -> numbered.line().unitPrice().amount())
                .column("bigint", numbered -> numbered.line().discount().amount())
                .column("jsonb", numbered -> StoredJson.of(numbered.line().discounts()))
                .column("bigint", numbered -> numbered.line().tax().amount())
                .column("bigint", numbered -> numbered.line().total().amount())
                .column("uuid", numbered -> numbered.line().origin().sessionId())
                .column("uuid", numbered -> numbered.line().origin().creatorId())
                .column("uuid", numbered -> numbered.line().origin().dealId())
                .insert(connection, INSERT_LINES);
    }

    private record PartOfOrder(UUID orderId, BrandPart part) {}

    private static void insertParts(Connection connection, Collection<Order> orders) throws SQLException {
        List<PartOfOrder> parts = orders.stream()
                .flatMap(order -> order.parts().stream().map(part -> new PartOfOrder(order.id(), part)))
                .toList();
        Bulk.of(parts)
                .column("uuid", row -> row.part().fulfilmentId())
                .column("uuid", PartOfOrder::orderId)
                .column("uuid", row -> row.part().brandId())
                .column("text", row -> row.part().shippingOption())
                .column("bigint", row -> row.part().shipping().amount())
                .column("bigint", row -> row.part().tax().amount())
                .column("bigint", row -> row.part().total().amount())
                .insert(connection, INSERT_PARTS);
    }

    static void update(Connection connection, Collection<Order> orders) throws SQLException {
        // An order that is paid with its placement was just inserted as it is.
        Bulk.of(orders.stream().filter(order -> !order.fresh()).toList())
                .column("uuid", Order::id)
                .column("bigint", Order::version)
                .column("text", order -> order.status().name())
                .column("timestamptz", Order::changedAt)
                .column("text", Order::reason)
                .execute(connection, UPDATE_ORDERS);
        PaymentRows.write(connection, orders);
    }
}

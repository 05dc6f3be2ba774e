package dev.vetrina.order.lifecycle;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.vetrina.events.CatalogEvent.TaxTreatment;
import dev.vetrina.events.Money;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.commit.LockRank;
import dev.vetrina.order.commit.LockedRows;
import dev.vetrina.order.commit.Needs;
import dev.vetrina.order.stock.StockRows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Orders with their lines, parts and payments, many at once. */
public final class OrderRows implements LockedRows<UUID, Order> {

    public static final OrderRows ORDERS = new OrderRows();

    private static final String HEADS = """
            select id, version, customer_id, market, session_id, creator_id, status, currency, terms_version, tax_treatment,
                   capture, placed_at, reserved_until, payment_closes_at, changed_at, reason, ship_to, test
            from orders where id = any(?) order by id
            """;
    private static final String LINES = """
            select l.id, l.order_id, l.variant_id, l.product_id, l.brand_id, l.title, l.pool, l.quantity, l.list_price,
                   l.unit_price, l.discounts, l.tax, l.total, l.session_id, l.creator_id, l.deal_id, o.currency
            from order_line l join orders o on o.id = l.order_id
            where l.order_id = any(?) order by l.order_id, l.line_no
            """;
    private static final String PARTS = """
            select f.id, f.order_id, f.brand_id, f.status, f.shipping_option, f.shipping_price, f.shipping_tax, f.shipping_total, o.currency
            from fulfilment f join orders o on o.id = f.order_id
            where f.order_id = any(?) order by f.id
            """;

    private OrderRows() {}

    /** @throws ProblemException 404 */
    public static Order get(Batch batch, UUID id) {
        return batch.find(ORDERS, id).orElseThrow(() -> ProblemException.notFound("order", id));
    }

    /** Asks for an order and, once it is there, for the stock of its lines. */
    public static void needWithStock(Needs needs, Batch batch, UUID id) {
        needs.add(ORDERS, id);
        batch.find(ORDERS, id).ifPresent(order -> needs.addAll(StockRows.STOCK, order.variantIds()));
    }

    @Override
    public LockRank rank() {
        return LockRank.ORDERS;
    }

    @Override
    public Map<UUID, Order> lock(Connection connection, SortedSet<UUID> ids) throws SQLException {
        return read(connection, HEADS + " for update", ids);
    }

    @Override
    public void write(Connection connection, Collection<Order> orders, Batch batch) throws SQLException {
        OrderWrites.insert(connection, orders.stream().filter(Order::fresh).toList());
        OrderWrites.update(connection, orders.stream().filter(Order::changed).toList());
    }

    /** Reads orders as they are, in the order of their ids. */
    static Map<UUID, Order> read(Connection connection, Collection<UUID> ids) throws SQLException {
        return read(connection, HEADS, ids);
    }

    private static Map<UUID, Order> read(Connection connection, String sql, Collection<UUID> ids) throws SQLException {
        Map<UUID, Order> orders = new LinkedHashMap<>();
        if (ids.isEmpty()) {
            return orders;
        }
        // The orders are locked before what belongs to them is read: what is read is what the lock protects.
        List<OrderHead> heads = select(connection, sql, ids, OrderRows::head);
        Map<UUID, List<OrderLine>> lines = grouped(select(connection, LINES, ids, OrderRows::line));
        Map<UUID, List<BrandPart>> parts = grouped(select(connection, PARTS, ids, OrderRows::part));
        for (OrderHead head : heads) {
            orders.put(
                    head.id(),
                    head.order(lines.getOrDefault(head.id(), List.of()), parts.getOrDefault(head.id(), List.of())));
        }
        PaymentRows.read(connection, orders);
        return orders;
    }

    private static <T> Map<UUID, List<T>> grouped(List<OfOrder<T>> rows) {
        return rows.stream().collect(groupingBy(OfOrder::orderId, mapping(OfOrder::row, toList())));
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

    /** An order without its lines and parts. */
    private record OrderHead(
            UUID id,
            OrderOrigin origin,
            OrderTerms terms,
            @Nullable ShippingAddress address,
            OrderStatus status,
            long version,
            Instant placedAt,
            Instant changedAt,
            @Nullable String reason) {

        Order order(List<OrderLine> lines, List<BrandPart> parts) {
            return new Order(
                    id, origin, terms, lines, parts, address, status, version, placedAt, changedAt, reason, false);
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
                        row.getObject("creator_id", UUID.class),
                        row.getBoolean("test")),
                terms(row),
                StoredJson.address(row.getString("ship_to")),
                OrderStatus.valueOf(row.getString("status")),
                row.getLong("version"),
                instant(row, "placed_at"),
                instant(row, "changed_at"),
                row.getString("reason"));
    }

    private static OrderTerms terms(ResultSet row) throws SQLException {
        Instant reservedUntil = instant(row, "reserved_until");
        return new OrderTerms(
                row.getLong("terms_version"),
                TaxTreatment.valueOf(row.getString("tax_treatment")),
                OrderTerms.Capture.valueOf(row.getString("capture")),
                Duration.between(instant(row, "placed_at"), reservedUntil),
                Duration.between(instant(row, "payment_closes_at"), reservedUntil));
    }

    private record OfOrder<T>(UUID orderId, T row) {}

    private static OfOrder<OrderLine> line(ResultSet row) throws SQLException {
        return new OfOrder<>(
                row.getObject("order_id", UUID.class),
                new OrderLine(
                        row.getObject("id", UUID.class),
                        row.getObject("variant_id", UUID.class),
                        row.getObject("product_id", UUID.class),
                        row.getObject("brand_id", UUID.class),
                        row.getString("title"),
                        row.getString("pool"),
                        row.getInt("quantity"),
                        money(row, "list_price"),
                        money(row, "unit_price"),
                        StoredJson.discounts(row.getString("discounts")),
                        money(row, "tax"),
                        money(row, "total"),
                        new LineOrigin(
                                row.getObject("session_id", UUID.class),
                                row.getObject("creator_id", UUID.class),
                                row.getObject("deal_id", UUID.class))));
    }

    private static OfOrder<BrandPart> part(ResultSet row) throws SQLException {
        return new OfOrder<>(
                row.getObject("order_id", UUID.class),
                new BrandPart(
                        row.getObject("id", UUID.class),
                        row.getObject("brand_id", UUID.class),
                        FulfilmentStatus.valueOf(row.getString("status")),
                        row.getString("shipping_option"),
                        money(row, "shipping_price"),
                        money(row, "shipping_tax"),
                        money(row, "shipping_total")));
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return new Money(row.getLong(column), row.getString("currency"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}

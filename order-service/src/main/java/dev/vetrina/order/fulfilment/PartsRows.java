package dev.vetrina.order.fulfilment;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.vetrina.events.Money;
import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.commit.LockRank;
import dev.vetrina.order.commit.LockedRows;
import dev.vetrina.order.lifecycle.BrandPart;
import dev.vetrina.order.lifecycle.CancelReason;
import dev.vetrina.order.lifecycle.FulfilmentStatus;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The parts of orders, many at once. A key is an order: whoever needs its parts asks for the order itself too. */
public final class PartsRows implements LockedRows<UUID, OrderParts> {

    public static final PartsRows FULFILMENTS = new PartsRows();

    private static final String PARTS = """
            select f.id, f.order_id, f.brand_id, f.status, f.shipping_option, f.shipping_price, f.shipping_tax, f.shipping_total,
                   f.version, f.confirmed_at, f.shipped_at, f.delivered_at, f.cancelled_at, f.cancel_reason, f.cancel_note,
                   f.shipping_refunded, o.currency
            from fulfilment f join orders o on o.id = f.order_id
            where f.order_id = any(?) order by f.id
            """;
    private static final String LINES = """
            select l.order_id, l.id, l.variant_id, l.brand_id, l.pool, l.quantity, l.total, l.tax, o.currency,
                   coalesce(d.cancelled, 0) cancelled, coalesce(d.shipped, 0) shipped, coalesce(d.delivered, 0) delivered,
                   coalesce(d.returned, 0) returned
            from order_line l join orders o on o.id = l.order_id left join fulfilment_line d on d.line_id = l.id
            where l.order_id = any(?) order by l.order_id, l.line_no
            """;
    private static final String SHIPMENTS = """
            select s.fulfilment_id, s.id, s.parcel_id, s.carrier, s.tracking_number, s.tracking_url, s.shipped_at, s.delivered_at,
                   array_agg(l.line_id) line_ids, array_agg(l.quantity) quantities
            from shipment s join shipment_line l on l.shipment_id = s.id join fulfilment f on f.id = s.fulfilment_id
            where f.order_id = any(?) group by s.id order by s.id
            """;

    private PartsRows() {}

    @Override
    public LockRank rank() {
        return LockRank.FULFILMENTS;
    }

    /** Locks nothing: the order's row, which comes before, is the lock. */
    @Override
    public Map<UUID, OrderParts> lock(Connection connection, SortedSet<UUID> orderIds) throws SQLException {
        return read(connection, orderIds);
    }

    @Override
    public void write(Connection connection, Collection<OrderParts> parts, Batch batch) throws SQLException {
        PartsWrites.write(
                connection,
                parts.stream()
                        .flatMap(order -> order.all().stream())
                        .filter(Fulfilment::changed)
                        .toList());
    }

    static Map<UUID, OrderParts> read(Connection connection, Collection<UUID> orderIds) throws SQLException {
        Map<UUID, List<PartLine>> lines = select(connection, LINES, orderIds, PartsRows::line).stream()
                .collect(groupingBy(Of::owner, mapping(Of::row, toList())));
        Map<UUID, List<Fulfilment>> parts = new LinkedHashMap<>();
        Map<UUID, Fulfilment> byId = new HashMap<>();
        for (Of<Stored> stored : select(connection, PARTS, orderIds, PartsRows::part)) {
            Fulfilment fulfilment = stored.row().with(lines.getOrDefault(stored.owner(), List.of()));
            parts.computeIfAbsent(stored.owner(), _ -> new ArrayList<>()).add(fulfilment);
            byId.put(fulfilment.id(), fulfilment);
        }
        for (Of<Shipment> shipment : select(connection, SHIPMENTS, orderIds, PartsRows::shipment)) {
            Fulfilment fulfilment = byId.get(shipment.owner());
            if (fulfilment != null) {
                fulfilment.restore(shipment.row());
            }
        }
        Map<UUID, OrderParts> orders = new LinkedHashMap<>();
        parts.forEach((orderId, ofOrder) -> orders.put(orderId, new OrderParts(ofOrder)));
        return orders;
    }

    private record Of<T>(UUID owner, T row) {}

    private record Stored(BrandPart part, Milestones milestones, long version, long shippingRefunded) {
        Fulfilment with(List<PartLine> ofOrder) {
            List<PartLine> own = ofOrder.stream()
                    .filter(line -> line.bought().brandId().equals(part.brandId()))
                    .toList();
            return new Fulfilment(part, own, milestones, version, shippingRefunded);
        }
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

    private static Of<Stored> part(ResultSet row) throws SQLException {
        BrandPart part = new BrandPart(
                row.getObject("id", UUID.class),
                row.getObject("brand_id", UUID.class),
                FulfilmentStatus.valueOf(row.getString("status")),
                row.getString("shipping_option"),
                money(row, "shipping_price"),
                money(row, "shipping_tax"),
                money(row, "shipping_total"));
        String reason = row.getString("cancel_reason");
        Milestones milestones = new Milestones(
                instant(row, "confirmed_at"),
                instant(row, "shipped_at"),
                instant(row, "delivered_at"),
                instant(row, "cancelled_at"),
                reason == null ? null : CancelReason.valueOf(reason),
                row.getString("cancel_note"));
        return new Of<>(
                row.getObject("order_id", UUID.class),
                new Stored(part, milestones, row.getLong("version"), row.getLong("shipping_refunded")));
    }

    private static Of<PartLine> line(ResultSet row) throws SQLException {
        PartLine.Bought bought = new PartLine.Bought(
                row.getObject("id", UUID.class),
                row.getObject("variant_id", UUID.class),
                row.getObject("brand_id", UUID.class),
                row.getString("pool"),
                row.getInt("quantity"),
                money(row, "total"),
                money(row, "tax"));
        return new Of<>(
                row.getObject("order_id", UUID.class),
                new PartLine(
                        bought,
                        row.getInt("cancelled"),
                        row.getInt("shipped"),
                        row.getInt("delivered"),
                        row.getInt("returned")));
    }

    private static Of<Shipment> shipment(ResultSet row) throws SQLException {
        UUID[] lineIds = (UUID[]) row.getArray("line_ids").getArray();
        Integer[] quantities = (Integer[]) row.getArray("quantities").getArray();
        Map<UUID, Integer> lines = new LinkedHashMap<>();
        for (int i = 0; i < lineIds.length; i++) {
            lines.put(lineIds[i], quantities[i]);
        }
        Shipment.Parcel parcel = new Shipment.Parcel(
                row.getObject("parcel_id", UUID.class),
                row.getString("carrier"),
                row.getString("tracking_number"),
                row.getString("tracking_url"),
                row.getObject("shipped_at", OffsetDateTime.class).toInstant());
        return new Of<>(
                row.getObject("fulfilment_id", UUID.class),
                new Shipment(row.getObject("id", UUID.class), parcel, lines, instant(row, "delivered_at"), false));
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return new Money(row.getLong(column), row.getString("currency"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}

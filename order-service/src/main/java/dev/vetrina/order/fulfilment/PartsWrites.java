package dev.vetrina.order.fulfilment;

import dev.vetrina.kit.sql.Bulk;
import dev.vetrina.order.lifecycle.CancelReason;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Writes what was changed of parts, many at once. */
final class PartsWrites {

    private static final String UPDATE_PARTS = """
            update fulfilment set status = n.status, version = n.version, confirmed_at = n.confirmed_at, shipped_at = n.shipped_at,
                delivered_at = n.delivered_at, cancelled_at = n.cancelled_at, cancel_reason = n.cancel_reason,
                cancel_note = n.cancel_note, shipping_refunded = n.shipping_refunded
            from unnest(?::uuid[], ?::text[], ?::bigint[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[],
                        ?::text[], ?::text[], ?::bigint[])
                as n (id, status, version, confirmed_at, shipped_at, delivered_at, cancelled_at, cancel_reason, cancel_note,
                      shipping_refunded)
            where fulfilment.id = n.id
            """;
    private static final String WRITE_LINES = """
            insert into fulfilment_line
                (line_id, fulfilment_id, quantity, total, cancelled, shipped, delivered, returned, refunded)
            select * from unnest(?::uuid[], ?::uuid[], ?::int[], ?::bigint[], ?::int[], ?::int[], ?::int[], ?::int[], ?::bigint[])
            on conflict (line_id) do update set
                cancelled = excluded.cancelled, shipped = excluded.shipped, delivered = excluded.delivered,
                returned = excluded.returned, refunded = excluded.refunded
            """;
    private static final String WRITE_SHIPMENTS = """
            insert into shipment
                (id, fulfilment_id, parcel_id, carrier, tracking_number, tracking_url, shipped_at, delivered_at)
            select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::timestamptz[],
                                 ?::timestamptz[])
            on conflict (id) do update set delivered_at = excluded.delivered_at
            """;
    private static final String SHIPMENT_LINES = "shipment_line (shipment_id, line_id, quantity)";

    private PartsWrites() {}

    static void write(Connection connection, List<Fulfilment> parts) throws SQLException {
        Bulk.of(parts)
                .column("uuid", Fulfilment::id)
                .column("text", part -> part.status().name())
                .column("bigint", Fulfilment::version)
                .column("timestamptz", part -> part.milestones().confirmedAt())
                .column("timestamptz", part -> part.milestones().shippedAt())
                .column("timestamptz", part -> part.milestones().deliveredAt())
                .column("timestamptz", part -> part.milestones().cancelledAt())
                .column("text", part -> {
                    CancelReason reason = part.milestones().cancelReason();
                    return reason == null ? null : reason.name();
                })
                .column("text", part -> part.milestones().cancelNote())
                .column("bigint", Fulfilment::shippingRefunded)
                .execute(connection, UPDATE_PARTS);
        writeLines(connection, parts);
        writeShipments(connection, parts);
    }

    private record LineOfPart(UUID fulfilmentId, PartLine line) {}

    private static void writeLines(Connection connection, List<Fulfilment> parts) throws SQLException {
        List<LineOfPart> lines = parts.stream()
                .flatMap(part -> part.lines().stream().map(line -> new LineOfPart(part.id(), line)))
                .toList();
        Bulk.of(lines)
                .column("uuid", row -> row.line().id())
                .column("uuid", LineOfPart::fulfilmentId)
                .column("int", row -> row.line().bought().quantity())
                .column("bigint", row -> row.line().bought().total().amount())
                .column("int", row -> row.line().cancelled())
                .column("int", row -> row.line().shipped())
                .column("int", row -> row.line().delivered())
                .column("int", row -> row.line().returned())
                .column("bigint", row -> row.line().refunded())
                .execute(connection, WRITE_LINES);
    }

    private record ShipmentOfPart(UUID fulfilmentId, Shipment shipment) {}

    private record ShippedUnits(UUID shipmentId, UUID lineId, int quantity) {}

    private static void writeShipments(Connection connection, List<Fulfilment> parts) throws SQLException {
        List<ShipmentOfPart> shipments = parts.stream()
                .flatMap(part -> part.shipments().stream().map(shipment -> new ShipmentOfPart(part.id(), shipment)))
                .toList();
        Bulk.of(shipments)
                .column("uuid", row -> row.shipment().id())
                .column("uuid", ShipmentOfPart::fulfilmentId)
                .column("uuid", row -> row.shipment().parcel().id())
                .column("text", row -> row.shipment().parcel().carrier())
                .column("text", row -> row.shipment().parcel().trackingNumber())
                .column("text", row -> row.shipment().parcel().trackingUrl())
                .column("timestamptz", row -> row.shipment().parcel().shippedAt())
                .column("timestamptz", row -> row.shipment().deliveredAt())
                .execute(connection, WRITE_SHIPMENTS);
        Bulk.of(shipments.stream()
                        .map(ShipmentOfPart::shipment)
                        .filter(Shipment::fresh)
                        .flatMap(PartsWrites::units)
                        .toList())
                .column("uuid", ShippedUnits::shipmentId)
                .column("uuid", ShippedUnits::lineId)
                .column("int", ShippedUnits::quantity)
                .insert(connection, SHIPMENT_LINES);
    }

    private static Stream<ShippedUnits> units(Shipment shipment) {
        return shipment.lines().entrySet().stream()
                .map((Map.Entry<UUID, Integer> entry) ->
                        new ShippedUnits(shipment.id(), entry.getKey(), entry.getValue()));
    }
}

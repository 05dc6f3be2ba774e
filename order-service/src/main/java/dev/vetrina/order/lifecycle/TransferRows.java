package dev.vetrina.order.lifecycle;

import dev.vetrina.events.Money;
import dev.vetrina.kit.sql.Bulk;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and writes the refunds and captures of many orders at once. */
final class TransferRows {

    private static final String READ_REFUNDS = "select * from refund where order_id = any(?) order by id";
    private static final String READ_CAPTURES =
            "select * from payment_capture where order_id = any(?) order by created_at, id";
    private static final String WRITE_REFUNDS = """
            insert into refund (id, payment_id, order_id, request_id, amount, reason, note, requested_by, created_at,
                                status, reference, retried_as, check_at, checks, last_error)
            select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::bytea[], ?::bigint[], ?::text[], ?::text[],
                                 ?::text[], ?::timestamptz[], ?::text[], ?::text[], ?::uuid[], ?::timestamptz[],
                                 ?::int[], ?::text[])
            on conflict (id) do update set
                status = excluded.status, reference = excluded.reference, retried_as = excluded.retried_as,
                check_at = excluded.check_at, checks = excluded.checks, last_error = excluded.last_error
            """;
    private static final String WRITE_CAPTURES = """
            insert into payment_capture (id, payment_id, order_id, amount, last, created_at, status, retried_as, check_at,
                                         checks, last_error)
            select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::bigint[], ?::boolean[], ?::timestamptz[],
                                 ?::text[], ?::uuid[], ?::timestamptz[], ?::int[], ?::text[])
            on conflict (id) do update set
                status = excluded.status, retried_as = excluded.retried_as, check_at = excluded.check_at,
                checks = excluded.checks, last_error = excluded.last_error
            """;

    private TransferRows() {}

    static void read(Connection connection, Map<UUID, Order> orders) throws SQLException {
        select(
                connection,
                READ_REFUNDS,
                orders,
                (row, payment) -> payment.refunds().add(refund(row, payment)));
        select(
                connection,
                READ_CAPTURES,
                orders,
                (row, payment) -> payment.captures().add(capture(row, payment)));
    }

    private interface RowReader {
        void read(ResultSet row, Payment payment) throws SQLException;
    }

    private static void select(Connection connection, String sql, Map<UUID, Order> orders, RowReader reader)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("uuid", orders.keySet().toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Order order = orders.get(row.getObject("order_id", UUID.class));
                    if (order != null) {
                        reader.read(row, order.payment(row.getObject("payment_id", UUID.class)));
                    }
                }
            }
        }
    }

    private static Refund refund(ResultSet row, Payment payment) throws SQLException {
        byte[] requestId = row.getBytes("request_id");
        return new Refund(
                new RefundTerms(
                        row.getObject("id", UUID.class),
                        payment.id(),
                        payment.orderId(),
                        requestId == null ? null : HexFormat.of().formatHex(requestId),
                        payment.money(row.getLong("amount")),
                        RefundReason.valueOf(row.getString("reason")),
                        row.getString("note"),
                        row.getString("requested_by"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()),
                TransferStatus.valueOf(row.getString("status")),
                row.getString("reference"),
                row.getObject("retried_as", UUID.class),
                PaymentRows.progress(row));
    }

    private static Capture capture(ResultSet row, Payment payment) throws SQLException {
        Money amount = payment.money(row.getLong("amount"));
        return new Capture(
                row.getObject("id", UUID.class),
                payment.id(),
                amount,
                row.getBoolean("last"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                TransferStatus.valueOf(row.getString("status")),
                row.getObject("retried_as", UUID.class),
                PaymentRows.progress(row));
    }

    static void write(Connection connection, Collection<Order> orders) throws SQLException {
        writeRefunds(
                connection,
                orders.stream().flatMap(order -> order.refunds().all().stream()).toList());
        writeCaptures(
                connection,
                orders.stream()
                        .flatMap(order ->
                                order.captures().all().stream().map(capture -> new CaptureOfOrder(order.id(), capture)))
                        .toList());
    }

    private static void writeRefunds(Connection connection, List<Refund> refunds) throws SQLException {
        Bulk.of(refunds)
                .column("uuid", Refund::id)
                .column("uuid", refund -> refund.terms().paymentId())
                .column("uuid", refund -> refund.terms().orderId())
                .column("bytea", TransferRows::requestId)
                .column("bigint", refund -> refund.amount().amount())
                .column("text", refund -> refund.terms().reason().name())
                .column("text", refund -> refund.terms().note())
                .column("text", refund -> refund.terms().requestedBy())
                .column("timestamptz", refund -> refund.terms().createdAt())
                .column("text", refund -> refund.status().name())
                .column("text", Refund::reference)
                .column("uuid", Refund::retriedAs)
                .column("timestamptz", refund -> refund.progress().checkAt())
                .column("int", refund -> refund.progress().checks())
                .column("text", Refund::lastError)
                .execute(connection, WRITE_REFUNDS);
    }

    private static byte @Nullable [] requestId(Refund refund) {
        String requestId = refund.terms().requestId();
        return requestId == null ? null : HexFormat.of().parseHex(requestId);
    }

    private record CaptureOfOrder(UUID orderId, Capture capture) {}

    private static void writeCaptures(Connection connection, List<CaptureOfOrder> captures) throws SQLException {
        Bulk.of(captures)
                .column("uuid", row -> row.capture().id())
                .column("uuid", row -> row.capture().paymentId())
                .column("uuid", CaptureOfOrder::orderId)
                .column("bigint", row -> row.capture().amount().amount())
                .column("boolean", row -> row.capture().last())
                .column("timestamptz", row -> row.capture().createdAt())
                .column("text", row -> row.capture().status().name())
                .column("uuid", row -> row.capture().retriedAs())
                .column("timestamptz", row -> row.capture().progress().checkAt())
                .column("int", row -> row.capture().progress().checks())
                .column("text", row -> row.capture().lastError())
                .execute(connection, WRITE_CAPTURES);
    }
}

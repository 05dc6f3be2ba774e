package dev.vetrina.order.lifecycle;

import dev.vetrina.events.Money;
import dev.vetrina.kit.sql.Bulk;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and writes the payments of many orders at once. */
final class PaymentRows {

    private static final String READ = """
            select p.*, o.currency from payment p join orders o on o.id = p.order_id
            where p.order_id = any(?) order by p.id
            """;
    private static final String INSERT = """
            payment
                (id, order_id, request_id, provider, method_token, amount, capture_at_once, created_at, status,
                 reference, decline_code, action_url, client_secret, authorised_until, unwanted, captured_amount,
                 released_amount, refunded_amount, refunding_amount, check_at, checks, last_error)""";
    private static final String UPDATE = """
            update payment set
                status = n.status, reference = n.reference, decline_code = n.decline_code, action_url = n.action_url,
                client_secret = n.client_secret, authorised_until = n.authorised_until, unwanted = n.unwanted,
                captured_amount = n.captured_amount, released_amount = n.released_amount,
                refunded_amount = n.refunded_amount, refunding_amount = n.refunding_amount, check_at = n.check_at,
                checks = n.checks, last_error = n.last_error
            from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::boolean[],
                        ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::timestamptz[], ?::int[], ?::text[])
                as n (id, status, reference, decline_code, action_url, client_secret, authorised_until, unwanted,
                      captured_amount, released_amount, refunded_amount, refunding_amount, check_at, checks, last_error)
            where payment.id = n.id
            """;

    private PaymentRows() {}

    /** Gives each order its payments, with what is captured and refunded of them. */
    static void read(Connection connection, Map<UUID, Order> orders) throws SQLException {
        boolean moved = false;
        try (PreparedStatement select = connection.prepareStatement(READ)) {
            select.setArray(1, connection.createArrayOf("uuid", orders.keySet().toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Payment payment = payment(row);
                    Order order = orders.get(payment.orderId());
                    if (order != null) {
                        order.restore(payment);
                        // Also of what was let go again after it was authorised: a capture may have been under way.
                        moved |= payment.status().secured() || payment.authorisedUntil() != null;
                    }
                }
            }
        }
        if (moved) {
            // On the hot path nothing is captured yet, and these two statements are spared.
            TransferRows.read(connection, orders);
        }
    }

    private static Payment payment(ResultSet row) throws SQLException {
        long amount = row.getLong("amount");
        return Payment.restored(
                new PaymentTerms(
                        row.getObject("id", UUID.class),
                        row.getObject("order_id", UUID.class),
                        HexFormat.of().formatHex(row.getBytes("request_id")),
                        row.getString("provider"),
                        row.getString("method_token"),
                        new Money(amount, row.getString("currency")),
                        row.getBoolean("capture_at_once"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()),
                state(row),
                new PaymentAmounts(
                        amount,
                        row.getLong("captured_amount"),
                        row.getLong("released_amount"),
                        row.getLong("refunded_amount"),
                        row.getLong("refunding_amount")),
                progress(row));
    }

    private static PaymentState state(ResultSet row) throws SQLException {
        String url = row.getString("action_url");
        String secret = row.getString("client_secret");
        return new PaymentState(
                PaymentStatus.valueOf(row.getString("status")),
                row.getString("reference"),
                row.getString("decline_code"),
                url == null && secret == null ? null : new NextAction(url, secret),
                instant(row, "authorised_until"),
                row.getBoolean("unwanted"));
    }

    static Progress progress(ResultSet row) throws SQLException {
        return new Progress(instant(row, "check_at"), row.getInt("checks"), row.getString("last_error"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** First what neither pays nor may pay its order, so that the index that allows one such attempt is never in the way. */
    static void write(Connection connection, Collection<Order> orders) throws SQLException {
        write(connection, orders, false);
        write(connection, orders, true);
        TransferRows.write(connection, orders);
    }

    private static void write(Connection connection, Collection<Order> orders, boolean effective) throws SQLException {
        List<Payment> payments = orders.stream()
                .flatMap(order -> order.payments().stream())
                .filter(payment -> effective == payment.effective())
                .toList();
        List<Payment> started = payments.stream().filter(Payment::fresh).toList();
        List<Payment> known =
                payments.stream().filter(payment -> !payment.fresh()).toList();
        state(Bulk.of(started)
                        .column("uuid", Payment::id)
                        .column("uuid", Payment::orderId)
                        .column(
                                "bytea",
                                payment ->
                                        HexFormat.of().parseHex(payment.terms().requestId()))
                        .column("text", payment -> payment.terms().provider())
                        .column("text", payment -> payment.terms().methodToken())
                        .column("bigint", payment -> payment.terms().amount().amount())
                        .column("boolean", payment -> payment.terms().captureAtOnce())
                        .column("timestamptz", payment -> payment.terms().createdAt()))
                .insert(connection, INSERT);
        int _ = state(Bulk.of(known).column("uuid", Payment::id)).execute(connection, UPDATE);
    }

    /** What changes of a payment. */
    private static Bulk<Payment> state(Bulk<Payment> payments) {
        return payments.column("text", payment -> payment.status().name())
                .column("text", Payment::reference)
                .column("text", Payment::declineCode)
                .column("text", payment -> action(payment).url())
                .column("text", payment -> action(payment).clientSecret())
                .column("timestamptz", Payment::authorisedUntil)
                .column("boolean", Payment::unwanted)
                .column("bigint", payment -> payment.amounts().captured())
                .column("bigint", payment -> payment.amounts().released())
                .column("bigint", payment -> payment.amounts().refunded())
                .column("bigint", payment -> payment.amounts().refunding())
                .column("timestamptz", payment -> payment.progress().checkAt())
                .column("int", payment -> payment.progress().checks())
                .column("text", payment -> payment.progress().lastError());
    }

    private static final NextAction NONE = new NextAction(null, null);

    private static NextAction action(Payment payment) {
        NextAction action = payment.nextAction();
        return action == null ? NONE : action;
    }
}

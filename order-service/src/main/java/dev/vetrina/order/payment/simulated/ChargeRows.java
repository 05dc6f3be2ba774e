package dev.vetrina.order.payment.simulated;

import dev.vetrina.events.Money;
import dev.vetrina.kit.sql.Bulk;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads and writes many charges at once. */
final class ChargeRows {

    // Not the rows, which may not be there yet. Sorted: two instances never wait for each other.
    private static final String LOCK = "select pg_advisory_xact_lock(k) from unnest(?::bigint[]) k";
    private static final String READ = "select * from simulated_charge where payment_id = any(?)";
    private static final String WRITE = """
            insert into simulated_charge
                (payment_id, method_token, amount, currency, capture_at_once, created_at, status, decline_code,
                 captures, captured_amount, refunded_amount, capture_ids, refund_ids)
            select payment_id, method_token, amount, currency, capture_at_once, created_at, status, decline_code,
                   captures, captured_amount, refunded_amount, capture_ids::uuid[], refund_ids::uuid[]
            from unnest(?::uuid[], ?::text[], ?::bigint[], ?::text[], ?::boolean[], ?::timestamptz[], ?::text[],
                        ?::text[], ?::int[], ?::bigint[], ?::bigint[], ?::text[], ?::text[])
                as n (payment_id, method_token, amount, currency, capture_at_once, created_at, status, decline_code,
                      captures, captured_amount, refunded_amount, capture_ids, refund_ids)
            on conflict (payment_id) do update set
                status = excluded.status, decline_code = excluded.decline_code, captures = excluded.captures,
                captured_amount = excluded.captured_amount, refunded_amount = excluded.refunded_amount,
                capture_ids = excluded.capture_ids, refund_ids = excluded.refund_ids
            """;

    private ChargeRows() {}

    static Map<UUID, SimulatedCharge> lock(Connection connection, SortedSet<UUID> ids) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            Long[] keys =
                    ids.stream().map(UUID::getLeastSignificantBits).sorted().toArray(Long[]::new);
            lock.setArray(1, connection.createArrayOf("bigint", keys));
            lock.execute();
        }
        Map<UUID, SimulatedCharge> charges = new HashMap<>();
        try (PreparedStatement read = connection.prepareStatement(READ)) {
            read.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    SimulatedCharge charge = charge(row);
                    charges.put(charge.paymentId(), charge);
                }
            }
        }
        return charges;
    }

    private static SimulatedCharge charge(ResultSet row) throws SQLException {
        return new SimulatedCharge(
                row.getObject("payment_id", UUID.class),
                row.getString("method_token"),
                new Money(row.getLong("amount"), row.getString("currency")),
                row.getBoolean("capture_at_once"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                SimulatedCharge.Status.valueOf(row.getString("status")),
                row.getString("decline_code"),
                ids(row, "capture_ids"),
                ids(row, "refund_ids"),
                new SimulatedCharge.Totals(
                        row.getInt("captures"), row.getLong("captured_amount"), row.getLong("refunded_amount")));
    }

    private static Set<UUID> ids(ResultSet row, String column) throws SQLException {
        return Set.copyOf(Arrays.asList((UUID[]) row.getArray(column).getArray()));
    }

    static void write(Connection connection, Collection<SimulatedCharge> charges) throws SQLException {
        Bulk.of(charges)
                .column("uuid", SimulatedCharge::paymentId)
                .column("text", SimulatedCharge::methodToken)
                .column("bigint", charge -> charge.amount().amount())
                .column("text", charge -> charge.amount().currency())
                .column("boolean", SimulatedCharge::captureAtOnce)
                .column("timestamptz", SimulatedCharge::createdAt)
                .column("text", charge -> charge.status().name())
                .column("text", SimulatedCharge::declineCode)
                .column("int", charge -> charge.totals().captures())
                .column("bigint", charge -> charge.totals().captured())
                .column("bigint", charge -> charge.totals().refunded())
                .column("text", charge -> literal(charge.captureIds()))
                .column("text", charge -> literal(charge.refundIds()))
                .execute(connection, WRITE);
    }

    /** An array within an array of rows: as PostgreSQL writes it. */
    private static String literal(Set<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }
}

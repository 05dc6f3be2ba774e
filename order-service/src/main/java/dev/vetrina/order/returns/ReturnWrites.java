package dev.vetrina.order.returns;

import dev.vetrina.kit.sql.Bulk;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Writes what was changed of returns and withdrawals, many at once. */
final class ReturnWrites {

    private static final String WRITE_WITHDRAWALS = """
            insert into withdrawal (id, order_id, customer_id, name, status, prepared_at, declared_at, version)
            select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[],
                                 ?::bigint[])
            on conflict (id) do update set
                status = excluded.status, declared_at = excluded.declared_at, version = excluded.version
            """;
    private static final String WRITE_WITHDRAWN_LINES = """
            insert into withdrawal_line (withdrawal_id, line_id, quantity) select * from unnest(?::uuid[], ?::uuid[], ?::int[])
            on conflict (withdrawal_id, line_id) do nothing
            """;
    private static final String WRITE_RETURNS = """
            insert into goods_return
                (id, order_id, fulfilment_id, withdrawal_id, status, version, note, decision_note, reject_reason, requested_at,
                 decided_at, received_at, refund, refund_tax, refund_shipping)
            select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::bigint[], ?::text[], ?::text[],
                                 ?::text[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::bigint[], ?::bigint[],
                                 ?::bigint[])
            on conflict (id) do update set
                status = excluded.status, version = excluded.version, decision_note = excluded.decision_note,
                reject_reason = excluded.reject_reason, decided_at = excluded.decided_at, received_at = excluded.received_at,
                refund = excluded.refund, refund_tax = excluded.refund_tax, refund_shipping = excluded.refund_shipping
            """;
    private static final String WRITE_RETURN_LINES = """
            insert into return_line (return_id, line_id, quantity, reason, received, restocked)
            select * from unnest(?::uuid[], ?::uuid[], ?::int[], ?::text[], ?::int[], ?::int[])
            on conflict (return_id, line_id) do update set received = excluded.received, restocked = excluded.restocked
            """;

    private ReturnWrites() {}

    static void write(Connection connection, Collection<OrderReturns> orders) throws SQLException {
        writeWithdrawals(
                connection,
                orders.stream()
                        .flatMap(order -> order.withdrawals().stream())
                        .filter(Withdrawal::changed)
                        .toList());
        writeReturns(
                connection,
                orders.stream()
                        .flatMap(order -> order.returns().stream())
                        .filter(GoodsReturn::changed)
                        .toList());
    }

    private record WithdrawnUnits(UUID withdrawalId, UUID lineId, int quantity) {}

    private static void writeWithdrawals(Connection connection, List<Withdrawal> withdrawals) throws SQLException {
        Bulk.of(withdrawals)
                .column("uuid", Withdrawal::id)
                .column("uuid", withdrawal -> withdrawal.content().orderId())
                .column("text", withdrawal -> withdrawal.content().customerId())
                .column("text", withdrawal -> withdrawal.content().name())
                .column("text", withdrawal -> withdrawal.status().name())
                .column("timestamptz", withdrawal -> withdrawal.content().preparedAt())
                .column("timestamptz", Withdrawal::declaredAt)
                .column("bigint", Withdrawal::version)
                .execute(connection, WRITE_WITHDRAWALS);
        Bulk.of(withdrawals.stream()
                        .flatMap(withdrawal -> withdrawal.content().lines().entrySet().stream()
                                .map(line -> new WithdrawnUnits(withdrawal.id(), line.getKey(), line.getValue())))
                        .toList())
                .column("uuid", WithdrawnUnits::withdrawalId)
                .column("uuid", WithdrawnUnits::lineId)
                .column("int", WithdrawnUnits::quantity)
                .execute(connection, WRITE_WITHDRAWN_LINES);
    }

    private record LineOfReturn(UUID returnId, ReturnLine line) {}

    private static void writeReturns(Connection connection, List<GoodsReturn> returns) throws SQLException {
        Bulk.of(returns)
                .column("uuid", GoodsReturn::id)
                .column("uuid", goodsReturn -> goodsReturn.origin().orderId())
                .column("uuid", goodsReturn -> goodsReturn.origin().fulfilmentId())
                .column("uuid", goodsReturn -> goodsReturn.origin().withdrawalId())
                .column("text", goodsReturn -> goodsReturn.status().name())
                .column("bigint", GoodsReturn::version)
                .column("text", goodsReturn -> goodsReturn.origin().note())
                .column("text", goodsReturn -> goodsReturn.decision().note())
                .column("text", goodsReturn -> {
                    RejectReason reason = goodsReturn.decision().rejectReason();
                    return reason == null ? null : reason.name();
                })
                .column("timestamptz", goodsReturn -> goodsReturn.origin().requestedAt())
                .column("timestamptz", goodsReturn -> goodsReturn.decision().decidedAt())
                .column("timestamptz", goodsReturn -> goodsReturn.decision().receivedAt())
                .column("bigint", goodsReturn -> goodsReturn.refund().total())
                .column("bigint", goodsReturn -> goodsReturn.refund().tax())
                .column("bigint", goodsReturn -> goodsReturn.refund().shipping())
                .execute(connection, WRITE_RETURNS);
        Bulk.of(returns.stream()
                        .flatMap(goodsReturn ->
                                goodsReturn.lines().stream().map(line -> new LineOfReturn(goodsReturn.id(), line)))
                        .toList())
                .column("uuid", LineOfReturn::returnId)
                .column("uuid", row -> row.line().lineId())
                .column("int", row -> row.line().quantity())
                .column("text", row -> row.line().reason().name())
                .column("int", row -> row.line().received())
                .column("int", row -> row.line().restocked())
                .execute(connection, WRITE_RETURN_LINES);
    }
}

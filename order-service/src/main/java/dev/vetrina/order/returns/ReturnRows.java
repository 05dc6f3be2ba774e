package dev.vetrina.order.returns;

import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.commit.LockRank;
import dev.vetrina.order.commit.LockedRows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Returns and withdrawals of orders, many at once. A key is an order: whoever needs them asks for the order itself too. */
final class ReturnRows implements LockedRows<UUID, OrderReturns> {

    static final ReturnRows RETURNS = new ReturnRows();

    private static final String SELECT_RETURNS = """
            select r.id, r.order_id, r.fulfilment_id, r.withdrawal_id, r.status, r.version, r.note, r.decision_note, r.reject_reason,
                   r.requested_at, r.decided_at, r.received_at, r.refund, r.refund_tax, r.refund_shipping,
                   array_agg(l.line_id order by l.line_id) line_ids, array_agg(l.quantity order by l.line_id) quantities,
                   array_agg(l.reason order by l.line_id) reasons, array_agg(l.received order by l.line_id) received,
                   array_agg(l.restocked order by l.line_id) restocked
            from goods_return r join return_line l on l.return_id = r.id
            where r.order_id = any(?) group by r.id order by r.id
            """;
    private static final String SELECT_WITHDRAWALS = """
            select w.id, w.order_id, w.customer_id, w.name, w.prepared_at, w.declared_at, w.version,
                   array_agg(l.line_id order by l.line_id) line_ids, array_agg(l.quantity order by l.line_id) quantities
            from withdrawal w join withdrawal_line l on l.withdrawal_id = w.id
            where w.order_id = any(?) group by w.id order by w.id
            """;

    private ReturnRows() {}

    @Override
    public LockRank rank() {
        return LockRank.RETURNS;
    }

    /** Locks nothing: the order's row, which comes before, is the lock. */
    @Override
    public Map<UUID, OrderReturns> lock(Connection connection, SortedSet<UUID> orderIds) throws SQLException {
        return read(connection, orderIds);
    }

    @Override
    public void write(Connection connection, Collection<OrderReturns> returns, Batch batch) throws SQLException {
        ReturnWrites.write(connection, returns);
    }

    /** An order without any has empty ones. */
    static Map<UUID, OrderReturns> read(Connection connection, Collection<UUID> orderIds) throws SQLException {
        Map<UUID, OrderReturns> byOrder = new LinkedHashMap<>();
        orderIds.forEach(orderId -> byOrder.put(orderId, new OrderReturns()));
        for (Withdrawal withdrawal : select(connection, SELECT_WITHDRAWALS, orderIds, ReturnRows::withdrawal)) {
            of(byOrder, withdrawal.content().orderId()).add(withdrawal);
        }
        for (GoodsReturn goodsReturn : select(connection, SELECT_RETURNS, orderIds, ReturnRows::goodsReturn)) {
            of(byOrder, goodsReturn.origin().orderId()).add(goodsReturn);
        }
        return byOrder;
    }

    private static OrderReturns of(Map<UUID, OrderReturns> byOrder, UUID orderId) {
        return Objects.requireNonNull(byOrder.get(orderId));
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

    private static GoodsReturn goodsReturn(ResultSet row) throws SQLException {
        GoodsReturn.Origin origin = new GoodsReturn.Origin(
                row.getObject("id", UUID.class),
                row.getObject("order_id", UUID.class),
                row.getObject("fulfilment_id", UUID.class),
                row.getObject("withdrawal_id", UUID.class),
                row.getString("note"),
                Objects.requireNonNull(instant(row, "requested_at")));
        String rejected = row.getString("reject_reason");
        GoodsReturn.Decision decision = new GoodsReturn.Decision(
                instant(row, "decided_at"),
                rejected == null ? null : RejectReason.valueOf(rejected),
                row.getString("decision_note"),
                instant(row, "received_at"));
        return new GoodsReturn(
                origin,
                lines(row),
                ReturnStatus.valueOf(row.getString("status")),
                decision,
                new GoodsReturn.Refund(
                        row.getLong("refund"), row.getLong("refund_tax"), row.getLong("refund_shipping")),
                row.getLong("version"));
    }

    private static List<ReturnLine> lines(ResultSet row) throws SQLException {
        UUID[] lineIds = (UUID[]) row.getArray("line_ids").getArray();
        Integer[] quantities = (Integer[]) row.getArray("quantities").getArray();
        String[] reasons = (String[]) row.getArray("reasons").getArray();
        Integer[] received = (Integer[]) row.getArray("received").getArray();
        Integer[] restocked = (Integer[]) row.getArray("restocked").getArray();
        List<ReturnLine> lines = new ArrayList<>();
        for (int i = 0; i < lineIds.length; i++) {
            lines.add(new ReturnLine(
                    lineIds[i], quantities[i], ReturnReason.valueOf(reasons[i]), received[i], restocked[i]));
        }
        return lines;
    }

    private static Withdrawal withdrawal(ResultSet row) throws SQLException {
        UUID[] lineIds = (UUID[]) row.getArray("line_ids").getArray();
        Integer[] quantities = (Integer[]) row.getArray("quantities").getArray();
        Map<UUID, Integer> lines = new LinkedHashMap<>();
        for (int i = 0; i < lineIds.length; i++) {
            lines.put(lineIds[i], quantities[i]);
        }
        Withdrawal.Content content = new Withdrawal.Content(
                row.getObject("id", UUID.class),
                row.getObject("order_id", UUID.class),
                row.getString("customer_id"),
                row.getString("name"),
                lines,
                Objects.requireNonNull(instant(row, "prepared_at")));
        return new Withdrawal(content, instant(row, "declared_at"), row.getLong("version"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}

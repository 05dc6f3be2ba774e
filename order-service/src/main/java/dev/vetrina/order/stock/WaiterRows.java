package dev.vetrina.order.stock;

import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.commit.LockRank;
import dev.vetrina.order.commit.LockedRows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Places in lines, by their id or by {@link Waiter#keyOf}. They have no lock of their own: the lock of their variant's stock, which a
 * draft must ask for too, is theirs; and they are written with that stock.
 */
public final class WaiterRows implements LockedRows<UUID, Waiter> {

    public static final WaiterRows WAITERS = new WaiterRows();

    private static final String COLUMNS = """
            select id, wish, variant_id, brand_id, pool, customer_id, market, session_id, deal_id, quantity, offer_seconds, status,
                   offered, offered_until, order_id, version, joined_at, changed_at
            from waitlist_entry
            """;
    private static final String FIND =
            COLUMNS + " where id = any(?) or (wish = any(?) and status in ('WAITING', 'OFFERED'))";

    private WaiterRows() {}

    @Override
    public LockRank rank() {
        return LockRank.WAITLIST;
    }

    @Override
    public Map<UUID, Waiter> lock(Connection connection, SortedSet<UUID> keys) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setArray(1, connection.createArrayOf("uuid", keys.toArray()));
            select.setArray(2, connection.createArrayOf("uuid", keys.toArray()));
            Map<UUID, Waiter> waiters = new HashMap<>();
            for (Waiter waiter : read(select)) {
                waiters.put(waiter.id(), waiter);
                if (waiter.status() == WaiterStatus.WAITING || waiter.status() == WaiterStatus.OFFERED) {
                    waiters.put(waiter.wish().key(), waiter);
                }
            }
            return waiters;
        }
    }

    @Override
    public void write(Connection connection, Collection<Waiter> waiters, Batch batch) {
        // Written with the stock for which they wait, whose counters must agree with them.
    }

    /** Reads places by a condition on the table {@code waitlist_entry}, with its order. */
    static PreparedStatement prepare(Connection connection, String condition) throws SQLException {
        return connection.prepareStatement(COLUMNS + condition);
    }

    static List<Waiter> read(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            List<Waiter> waiters = new ArrayList<>();
            while (row.next()) {
                waiters.add(waiter(row));
            }
            return waiters;
        }
    }

    private static Waiter waiter(ResultSet row) throws SQLException {
        var where = new PointOfSale(
                row.getString("market"), row.getObject("session_id", UUID.class), row.getObject("deal_id", UUID.class));
        var wish = new Waiter.Wish(
                row.getObject("id", UUID.class),
                row.getObject("variant_id", UUID.class),
                row.getObject("brand_id", UUID.class),
                row.getString("customer_id"),
                where,
                row.getString("pool"),
                row.getInt("quantity"),
                Duration.ofSeconds(row.getLong("offer_seconds")),
                row.getObject("joined_at", OffsetDateTime.class).toInstant());
        return new Waiter(
                wish,
                WaiterStatus.valueOf(row.getString("status")),
                row.getInt("offered"),
                instant(row, "offered_until"),
                row.getObject("order_id", UUID.class),
                row.getLong("version"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}

package dev.vetrina.order.limit;

import static java.util.Objects.requireNonNull;

import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.commit.LockRank;
import dev.vetrina.order.commit.LockedRows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;

/** Tallies, many at once. A missing one begins empty. */
public final class TallyRows implements LockedRows<TallyKey, CustomerTally> {

    public static final TallyRows TALLIES = new TallyRows();

    private static final String LOCK = "select pg_advisory_xact_lock(k) from unnest(?::bigint[]) k";
    private static final String LIMITS = """
            select variant_id, max_per_customer, window_days from purchase_limit where variant_id = any(?)
            """;
    private static final String CLAIMS = """
            select c.scope_id, c.customer_id, c.order_id, c.quantity, c.claimed_at
            from unnest(?::uuid[], ?::text[]) as k (scope_id, customer_id)
            join customer_claim c on c.scope_id = k.scope_id and c.customer_id = k.customer_id
            """;

    private TallyRows() {}

    @Override
    public LockRank rank() {
        return LockRank.CUSTOMER_LIMITS;
    }

    @Override
    public Map<TallyKey, CustomerTally> lock(Connection connection, SortedSet<TallyKey> keys) throws SQLException {
        Long[] locks = keys.stream().map(TallyKey::lock).distinct().sorted().toArray(Long[]::new);
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setArray(1, connection.createArrayOf("bigint", locks));
            lock.execute();
        }
        Map<UUID, PurchaseLimit> limits = limits(connection, keys);
        Map<TallyKey, CustomerTally> tallies = new HashMap<>();
        keys.forEach(key -> tallies.put(key, new CustomerTally(key, limits.get(key.scopeId()))));
        readClaims(connection, tallies);
        return tallies;
    }

    private static Map<UUID, PurchaseLimit> limits(Connection connection, SortedSet<TallyKey> keys)
            throws SQLException {
        Map<UUID, PurchaseLimit> limits = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(LIMITS)) {
            Object[] scopes = keys.stream().map(TallyKey::scopeId).distinct().toArray();
            select.setArray(1, connection.createArrayOf("uuid", scopes));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Integer window = row.getObject(3, Integer.class);
                    limits.put(row.getObject(1, UUID.class), new PurchaseLimit(row.getInt(2), window));
                }
            }
        }
        return limits;
    }

    private static void readClaims(Connection connection, Map<TallyKey, CustomerTally> tallies) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(CLAIMS)) {
            List<TallyKey> keys = List.copyOf(tallies.keySet());
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", keys.stream().map(TallyKey::scopeId).toArray()));
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "text", keys.stream().map(TallyKey::customerId).toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    TallyKey key = new TallyKey(row.getObject(1, UUID.class), row.getString(2));
                    requireNonNull(tallies.get(key))
                            .add(new CustomerTally.Bought(
                                    row.getObject(3, UUID.class),
                                    row.getLong(4),
                                    row.getObject(5, OffsetDateTime.class).toInstant()));
                }
            }
        }
    }

    /** What drafts claim is only added, with their orders. */
    @Override
    public void write(Connection connection, Collection<CustomerTally> tallies, Batch batch) {
        // Nothing of a tally is rewritten.
    }
}

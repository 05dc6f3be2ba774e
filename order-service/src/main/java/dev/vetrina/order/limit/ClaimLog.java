package dev.vetrina.order.limit;

import static java.util.Objects.requireNonNull;

import dev.vetrina.kit.sql.Bulk;
import dev.vetrina.order.commit.AppendedRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the drafts of a batch did to the claims of orders, in their order: an order may be given up and, paid late, claim again in one
 * batch. Rows of one order are changed under that order's lock only.
 */
final class ClaimLog implements AppendedRows<ClaimLog.Entry> {

    static final ClaimLog CLAIMS = new ClaimLog();

    private static final String DELETE =
            "delete from customer_claim where order_id in (select * from unnest(?::uuid[]))";
    private static final String CLAIMS_OF_CUSTOMERS =
            "customer_claim (scope_id, customer_id, order_id, quantity, claimed_at)";
    private static final String DELETE_GIVEN_BACK = """
            delete from customer_claim c using unnest(?::uuid[], ?::text[], ?::uuid[], ?::bigint[]) as k (scope, customer, order_id, units)
            where c.scope_id = k.scope and c.customer_id = k.customer and c.order_id = k.order_id and c.quantity <= k.units
            """;
    private static final String REDUCE = """
            update customer_claim c set quantity = c.quantity - k.units
            from unnest(?::uuid[], ?::text[], ?::uuid[], ?::bigint[]) as k (scope, customer, order_id, units)
            where c.scope_id = k.scope and c.customer_id = k.customer and c.order_id = k.order_id
            """;

    private ClaimLog() {}

    /**
     * @param key null when everything of the order is given back
     * @param quantity units claimed or, if negative, given back
     */
    record Entry(@Nullable TallyKey key, UUID orderId, long quantity, Instant at) {}

    static Entry claimed(TallyKey key, UUID orderId, long quantity, Instant at) {
        return new Entry(key, orderId, quantity, at);
    }

    static Entry givenBack(TallyKey key, UUID orderId, long quantity, Instant at) {
        return new Entry(key, orderId, -quantity, at);
    }

    static Entry givenBack(UUID orderId, Instant at) {
        return new Entry(null, orderId, 0, at);
    }

    @Override
    public void append(Connection connection, List<Entry> entries) throws SQLException {
        Set<UUID> givenBack = new TreeSet<>();
        List<Entry> claimed = new ArrayList<>();
        Map<OrderKey, Long> reduced = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (entry.key() == null) {
                givenBack.add(entry.orderId());
                claimed.removeIf(earlier -> earlier.orderId().equals(entry.orderId()));
            } else if (entry.quantity() < 0) {
                reduced.merge(new OrderKey(entry.key(), entry.orderId()), -entry.quantity(), Long::sum);
            } else {
                claimed.add(entry);
            }
        }
        Bulk.of(givenBack).column("uuid", orderId -> orderId).execute(connection, DELETE);
        insert(connection, claimed);
        // Only what a paid order claimed is given back by units: such an order is not given up whole any more.
        reduce(connection, reduced, DELETE_GIVEN_BACK);
        reduce(connection, reduced, REDUCE);
    }

    private record OrderKey(TallyKey key, UUID orderId) {}

    private static void reduce(Connection connection, Map<OrderKey, Long> units, String sql) throws SQLException {
        Bulk.of(List.copyOf(units.entrySet()))
                .column("uuid", entry -> entry.getKey().key().scopeId())
                .column("text", entry -> entry.getKey().key().customerId())
                .column("uuid", entry -> entry.getKey().orderId())
                .column("bigint", Map.Entry::getValue)
                .execute(connection, sql);
    }

    private static void insert(Connection connection, List<Entry> claimed) throws SQLException {
        Bulk.of(claimed)
                .column("uuid", entry -> requireNonNull(entry.key()).scopeId())
                .column("text", entry -> requireNonNull(entry.key()).customerId())
                .column("uuid", Entry::orderId)
                .column("bigint", Entry::quantity)
                .column("timestamptz", Entry::at)
                .insert(connection, CLAIMS_OF_CUSTOMERS);
    }
}

package dev.vetrina.order.coupon;

import dev.vetrina.kit.sql.Bulk;
import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.commit.LockRank;
import dev.vetrina.order.commit.LockedRows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;

/** The counters of customers, many at once. A missing one begins empty; the locks of their campaigns keep others away. */
final class CustomerUseRows implements LockedRows<CustomerUses.Key, CustomerUses> {

    static final CustomerUseRows CUSTOMERS = new CustomerUseRows();

    private static final String READ = """
            select c.campaign_id, c.customer_id, c.used
            from unnest(?::uuid[], ?::text[]) as k (campaign_id, customer_id)
            join coupon_customer c on c.campaign_id = k.campaign_id and c.customer_id = k.customer_id
            """;
    private static final String WRITE = """
            insert into coupon_customer as c (campaign_id, customer_id, used)
            select * from unnest(?::uuid[], ?::text[], ?::bigint[])
            on conflict (campaign_id, customer_id) do update set used = excluded.used where c.used <> excluded.used
            """;

    private CustomerUseRows() {}

    @Override
    public LockRank rank() {
        return LockRank.COUPON_CUSTOMERS;
    }

    @Override
    public Map<CustomerUses.Key, CustomerUses> lock(Connection connection, SortedSet<CustomerUses.Key> keys)
            throws SQLException {
        Map<CustomerUses.Key, CustomerUses> customers = new HashMap<>();
        keys.forEach(key -> customers.put(key, new CustomerUses(key, 0)));
        try (PreparedStatement select = connection.prepareStatement(READ)) {
            Object[] campaigns = keys.stream().map(CustomerUses.Key::campaignId).toArray();
            Object[] names = keys.stream().map(CustomerUses.Key::customerId).toArray();
            select.setArray(1, connection.createArrayOf("uuid", campaigns));
            select.setArray(2, connection.createArrayOf("text", names));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    var key = new CustomerUses.Key(row.getObject(1, UUID.class), row.getString(2));
                    customers.put(key, new CustomerUses(key, row.getLong(3)));
                }
            }
        }
        return customers;
    }

    @Override
    public void write(Connection connection, Collection<CustomerUses> customers, Batch batch) throws SQLException {
        Bulk.of(customers)
                .column("uuid", row -> row.key().campaignId())
                .column("text", row -> row.key().customerId())
                .column("bigint", CustomerUses::used)
                .execute(connection, WRITE);
    }
}

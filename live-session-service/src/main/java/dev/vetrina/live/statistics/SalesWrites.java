package dev.vetrina.live.statistics;

import dev.vetrina.kit.sql.Bulk;
import dev.vetrina.live.statistics.SalesTally.Buyer;
import dev.vetrina.live.statistics.SalesTally.Currency;
import dev.vetrina.live.statistics.SalesTally.Product;
import dev.vetrina.live.statistics.SalesTally.Sold;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/** Raises the figures of sessions in place, each table with one statement. */
final class SalesWrites {

    private static final String ADD_ORDERS = """
            insert into session_orders as s (session_id, placed, paid, declined, cancelled, expired, units)
            select * from unnest(?::uuid[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
            on conflict (session_id) do update set
                placed = s.placed + excluded.placed, paid = s.paid + excluded.paid, declined = s.declined + excluded.declined,
                cancelled = s.cancelled + excluded.cancelled, expired = s.expired + excluded.expired,
                units = s.units + excluded.units
            """;
    private static final String ADD_GMV = """
            insert into session_gmv as s (session_id, currency, amount)
            select * from unnest(?::uuid[], ?::text[], ?::bigint[])
            on conflict (session_id, currency) do update set amount = s.amount + excluded.amount
            """;
    private static final String ADD_PRODUCTS = """
            insert into session_product_sales as s (session_id, product_id, currency, units, amount)
            select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::bigint[], ?::bigint[])
            on conflict (session_id, product_id, currency) do update set
                units = s.units + excluded.units, amount = s.amount + excluded.amount
            """;
    private static final String ADD_BUYERS = """
            insert into session_buyer (session_id, customer_id) select * from unnest(?::uuid[], ?::text[])
            on conflict do nothing
            """;
    private static final String EXPIRED_ORDERS = "expired_order (order_id, session_id)";

    /** An order that had expired is paid after all; of any other nothing was counted. */
    private static final String UNCOUNT_EXPIRED = """
            with revived as (delete from expired_order where order_id = any (?::uuid[]) returning session_id),
                of_session as (select session_id, count(*) as orders from revived group by session_id)
            update session_orders s set expired = s.expired - r.orders
            from of_session r where s.session_id = r.session_id
            """;

    private SalesWrites() {}

    static void add(Connection connection, SalesTally tally) throws SQLException {
        addOrders(connection, tally.orders());
        Bulk.of(tally.paid()).column("uuid", orderId -> orderId).execute(connection, UNCOUNT_EXPIRED);
        Bulk.of(tally.expired().entrySet())
                .column("uuid", Map.Entry::getKey)
                .column("uuid", Map.Entry::getValue)
                .insert(connection, EXPIRED_ORDERS);
        Bulk.of(tally.gmv().entrySet())
                .column("uuid", entry -> entry.getKey().sessionId())
                .column("text", entry -> entry.getKey().code())
                .column("bigint", Map.Entry<Currency, Long>::getValue)
                .execute(connection, ADD_GMV);
        addProducts(connection, tally.products());
        Bulk.of(tally.buyers())
                .column("uuid", Buyer::sessionId)
                .column("text", Buyer::customerId)
                .execute(connection, ADD_BUYERS);
        ScopedSalesWrites.add(connection, tally.scoped());
    }

    private static void addOrders(Connection connection, Map<UUID, OrderTally> orders) throws SQLException {
        Bulk.of(orders.entrySet())
                .column("uuid", Map.Entry::getKey)
                .column("bigint", entry -> entry.getValue().placed())
                .column("bigint", entry -> entry.getValue().paid())
                .column("bigint", entry -> entry.getValue().declined())
                .column("bigint", entry -> entry.getValue().cancelled())
                .column("bigint", entry -> entry.getValue().expired())
                .column("bigint", entry -> entry.getValue().units())
                .execute(connection, ADD_ORDERS);
    }

    private static void addProducts(Connection connection, Map<Product, Sold> products) throws SQLException {
        Bulk.of(products.entrySet())
                .column("uuid", entry -> entry.getKey().sessionId())
                .column("uuid", entry -> entry.getKey().productId())
                .column("text", entry -> entry.getKey().currency())
                .column("bigint", entry -> entry.getValue().units())
                .column("bigint", entry -> entry.getValue().amount())
                .execute(connection, ADD_PRODUCTS);
    }
}

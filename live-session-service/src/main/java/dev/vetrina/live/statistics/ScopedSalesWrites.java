package dev.vetrina.live.statistics;

import dev.vetrina.kit.sql.Bulk;
import dev.vetrina.live.statistics.ScopedSales.Customer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;

/** Raises the figures by minute, market, brand and product in place, each table with one statement. */
final class ScopedSalesWrites {

    private static final String ADD_COUNTS = """
            insert into sales_minute as s (session_id, brand_id, product_id, market, minute, placed, paid, units)
            select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::timestamptz[], ?::bigint[], ?::bigint[], ?::bigint[])
            on conflict (session_id, brand_id, product_id, market, minute) do update set
                placed = s.placed + excluded.placed, paid = s.paid + excluded.paid, units = s.units + excluded.units
            """;
    private static final String ADD_AMOUNTS = """
            insert into sales_amount_minute as s (session_id, brand_id, product_id, market, minute, currency, amount)
            select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::timestamptz[], ?::text[], ?::bigint[])
            on conflict (session_id, brand_id, product_id, market, minute, currency) do update set
                amount = s.amount + excluded.amount
            """;
    private static final String ADD_CUSTOMERS = """
            insert into sales_customer (session_id, brand_id, market, customer_id)
            select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[]) on conflict do nothing
            """;

    private ScopedSalesWrites() {}

    static void add(Connection connection, ScopedSales sales) throws SQLException {
        int _ = scoped(sales.counts().entrySet(), Map.Entry::getKey)
                .column("bigint", entry -> entry.getValue().placed())
                .column("bigint", entry -> entry.getValue().paid())
                .column("bigint", entry -> entry.getValue().units())
                .execute(connection, ADD_COUNTS);
        int _ = scoped(sales.amounts().entrySet(), entry -> entry.getKey().scope())
                .column("text", entry -> entry.getKey().currency())
                .column("bigint", Map.Entry::getValue)
                .execute(connection, ADD_AMOUNTS);
        int _ = Bulk.of(sales.customers())
                .column("uuid", Customer::sessionId)
                .column("uuid", Customer::brandId)
                .column("text", Customer::market)
                .column("text", Customer::customerId)
                .execute(connection, ADD_CUSTOMERS);
    }

    private static <T> Bulk<T> scoped(Collection<T> rows, Function<T, SalesScope> scope) {
        return Bulk.of(rows)
                .column("uuid", row -> scope.apply(row).sessionId())
                .column("uuid", row -> scope.apply(row).brandId())
                .column("uuid", row -> scope.apply(row).productId())
                .column("text", row -> scope.apply(row).market())
                .column("timestamptz", row -> scope.apply(row).minute());
    }
}

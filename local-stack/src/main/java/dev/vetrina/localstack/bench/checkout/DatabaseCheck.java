package dev.vetrina.localstack.bench.checkout;

import dev.vetrina.localstack.stack.Ports;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;

/** Asks order-service's database, and in it the simulated provider's own record. */
record DatabaseCheck(Ports ports) implements SalesCheck {

    private static final String DATABASE = "orders";

    /**
     * Given to buyers are the lines of every order that holds or has bought, less what was taken back of them; put on sale is
     * what the movements sum up to.
     */
    private static final String OVERSOLD = """
            with given as (
                select variant_id, pool, sum(units) as units from (
                    select line.variant_id, line.pool, line.quantity as units
                    from order_line line join orders on orders.id = line.order_id
                    where orders.status not in ('CANCELLED', 'EXPIRED')
                    union all
                    select back.variant_id, back.pool, back.sold_delta
                    from stock_movement back join orders on orders.id = back.order_id
                    where back.reason in ('CANCELLED', 'TAKEN_BACK', 'WRITTEN_OFF')
                        and orders.status not in ('CANCELLED', 'EXPIRED')) claimed
                group by 1, 2),
            offered as (
                select variant_id, pool, sum(available_delta + held_delta + sold_delta) as units
                from stock_movement group by 1, 2)
            select coalesce(sum(greatest(given.units - coalesce(offered.units, 0), 0)), 0)
            from given left join offered using (variant_id, pool)""";

    private static final String KEPT =
            "select count(*) from orders where id = any (?::uuid[]) and status in ('PAID', 'COMPLETED')";

    /** More than one attempt keeps money, or more is kept than the order costs, or the order is not paid at all. */
    private static final String DOUBLE_CHARGED = """
            select count(*) from (
                select payment.order_id
                from simulated_charge charge
                join payment on payment.id = charge.payment_id
                join orders on orders.id = payment.order_id
                where charge.captured_amount > charge.refunded_amount
                group by payment.order_id, orders.total, orders.status
                having count(*) > 1 or sum(charge.captured_amount - charge.refunded_amount) > orders.total
                    or orders.status not in ('PAID', 'COMPLETED')) wrong""";

    private static final String DEADLOCKS = "select deadlocks from pg_stat_database where datname = '" + DATABASE + "'";

    @Override
    public Wrongs check(Set<String> paid) {
        try (Connection connection = HotRow.connect(ports, DATABASE)) {
            return new Wrongs(
                    number(connection, OVERSOLD),
                    paid.size() - kept(connection, paid),
                    number(connection, DOUBLE_CHARGED));
        } catch (SQLException e) {
            throw new IllegalStateException("What was sold cannot be checked", e);
        }
    }

    /** Since the database exists. */
    long deadlocks() {
        return number(DEADLOCKS);
    }

    /** How many variants can be bought. */
    long variantsInStock() {
        return number("select count(distinct variant_id) from stock_level where available > 0");
    }

    private long number(String query) {
        try (Connection connection = HotRow.connect(ports, DATABASE)) {
            return number(connection, query);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            return first(statement);
        }
    }

    private static long kept(Connection connection, Set<String> orders) throws SQLException {
        Array ids = connection.createArrayOf("text", orders.toArray());
        try (PreparedStatement statement = connection.prepareStatement(KEPT)) {
            statement.setArray(1, ids);
            return first(statement);
        }
    }

    private static long first(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }
}

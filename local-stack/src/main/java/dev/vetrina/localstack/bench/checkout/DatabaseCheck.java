package dev.vetrina.localstack.bench.checkout;

import dev.vetrina.localstack.stack.Ports;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Asks order-service's database what no client is told. */
record DatabaseCheck(Ports ports) {

    private static final String DATABASE = "orders";

    private static final String DEADLOCKS = "select deadlocks from pg_stat_database where datname = '" + DATABASE + "'";

    /** Since the database exists. */
    long deadlocks() {
        return number(DEADLOCKS);
    }

    /** How many variants can be bought. */
    long variantsInStock() {
        return number("select count(distinct variant_id) from stock_level where available > 0");
    }

    private long number(String query) {
        try (Connection connection = HotRow.connect(ports, DATABASE);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

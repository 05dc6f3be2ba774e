package dev.vetrina.localstack.bench.checkout;

import dev.vetrina.localstack.stack.Ports;
import dev.vetrina.localstack.stack.StackFailure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Asks order-service's database what no client is told. */
record DatabaseCheck(Ports ports) {

    private static final String DATABASE = "orders";

    private static final String DEADLOCKS = "select deadlocks from pg_stat_database where datname = '" + DATABASE + "'";

    private static final String IN_STOCK = "select count(distinct variant_id) from stock_level where available > 0";

    private static final String UNPUBLISHED = "select count(*) from outbox";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Since the database exists. */
    long deadlocks() {
        return number(DEADLOCKS);
    }

    /** Until so many variants can be bought. */
    void awaitStock(int variants) {
        await(() -> number(IN_STOCK) >= variants, "Not every variant is in stock");
    }

    /** Until the relay has published every event. */
    void awaitPublished() {
        await(() -> number(UNPUBLISHED) == 0, "Not every event is published");
    }

    private static void await(BooleanSupplier done, String complaint) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new StackFailure(complaint + " after " + PATIENCE.toSeconds() + " s.");
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
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

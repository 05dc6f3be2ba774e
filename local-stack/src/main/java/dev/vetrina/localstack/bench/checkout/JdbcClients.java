package dev.vetrina.localstack.bench.checkout;

import dev.vetrina.localstack.stack.Ports;
import dev.vetrina.localstack.stack.StackFailure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The baseline over JDBC, where there is no pgbench: a thread and a connection for each client. */
record JdbcClients(Ports ports) implements HotRow {

    @Override
    public String program() {
        return "JDBC";
    }

    @Override
    public double perSecond(int clients, Duration length) {
        List<Callable<Long>> work = Collections.nCopies(clients, () -> sell(length));
        long begin = System.nanoTime();
        long sold = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            for (Future<Long> done : threads.invokeAll(work)) {
                sold += done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted.", e);
        } catch (ExecutionException e) {
            throw new StackFailure("The baseline over JDBC failed: " + e.getCause(), e);
        }
        return sold * 1e9 / (System.nanoTime() - begin);
    }

    private long sell(Duration length) throws SQLException {
        try (Connection connection = HotRow.connect(ports, DATABASE);
                PreparedStatement update = connection.prepareStatement(UPDATE);
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            connection.setAutoCommit(false);
            long end = System.nanoTime() + length.toNanos();
            long sold = 0;
            for (; System.nanoTime() < end; sold++) {
                update.executeUpdate();
                insert.executeUpdate();
                connection.commit();
            }
            return sold;
        }
    }
}

package dev.vetrina.localstack.demo;

import dev.vetrina.localstack.audit.AuditAccess;
import dev.vetrina.localstack.audit.AuditFinding;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks at the stock all the time, each time at all counters, movements and orders as of one moment: they always add up. */
final class StockWatch implements AutoCloseable {

    private static final long POLL_MILLIS = 100;

    private final AuditAccess records;
    private final List<AuditFinding> findings = new ArrayList<>();
    private final List<RuntimeException> failures = new ArrayList<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private int polls;

    private StockWatch(AuditAccess records) {
        this.records = records;
    }

    static StockWatch of(AuditAccess records) {
        StockWatch watch = new StockWatch(records);
        var _ = watch.thread.scheduleWithFixedDelay(watch::look, 0, POLL_MILLIS, TimeUnit.MILLISECONDS);
        return watch;
    }

    private void look() {
        try (Connection connection = records.connect()) {
            keep(AuditAccess.stockNow(connection));
        } catch (SQLException away) {
            // The database is being killed: it is looked at again in a moment.
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private synchronized void keep(List<AuditFinding> found) {
        polls++;
        findings.addAll(found);
    }

    private synchronized void fail(RuntimeException e) {
        failures.add(e);
    }

    synchronized int polls() {
        return polls;
    }

    synchronized List<AuditFinding> findings() {
        return List.copyOf(findings);
    }

    /** Looks that came to nothing though the database was there. */
    synchronized List<RuntimeException> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void close() {
        List<Runnable> _ = thread.shutdownNow();
    }
}

package dev.vetrina.localstack.demo;

import dev.vetrina.localstack.audit.AuditAccess;
import dev.vetrina.localstack.audit.AuditFinding;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Looks at the stock all the time, each time at all counters, movements and orders as of one moment: they always add up. */
final class StockWatch implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final AuditAccess records;
    private final List<AuditFinding> findings = new ArrayList<>();
    private final List<RuntimeException> failures = new ArrayList<>();
    private final Thread thread = Thread.ofVirtual().unstarted(this::watch);
    private volatile boolean watching = true;
    private int polls;

    private StockWatch(AuditAccess records) {
        this.records = records;
    }

    static StockWatch of(AuditAccess records) {
        StockWatch watch = new StockWatch(records);
        watch.thread.start();
        return watch;
    }

    private void watch() {
        try {
            while (watching) {
                look();
                Thread.sleep(POLL);
            }
        } catch (InterruptedException e) {
            // It is over.
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private void look() throws InterruptedException {
        try (Connection connection = records.connect()) {
            while (watching) {
                keep(AuditAccess.stockNow(connection));
                Thread.sleep(POLL);
            }
        } catch (SQLException away) {
            // The database is being killed: whoever asks next gets a new connection.
        }
    }

    private synchronized void fail(RuntimeException e) {
        failures.add(e);
    }

    /** What ended the watch before its time. */
    synchronized List<RuntimeException> failures() {
        return List.copyOf(failures);
    }

    private synchronized void keep(List<AuditFinding> found) {
        polls++;
        findings.addAll(found);
    }

    synchronized int polls() {
        return polls;
    }

    synchronized List<AuditFinding> findings() {
        return List.copyOf(findings);
    }

    @Override
    public void close() {
        watching = false;
        thread.interrupt();
    }
}

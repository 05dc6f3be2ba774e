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
        while (watching) {
            try (Connection connection = records.connect()) {
                while (watching) {
                    keep(AuditAccess.stockNow(connection));
                    Thread.sleep(POLL);
                }
            } catch (SQLException away) {
                // The database is being killed: whoever asks next gets a new connection.
                Waiting.pause(POLL);
            } catch (InterruptedException e) {
                return;
            }
        }
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

package dev.vetrina.localstack.bench.gateway;

import dev.vetrina.localstack.bench.Pace;
import dev.vetrina.localstack.stack.StackFailure;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * Load on several connections by one thread: a thread for each connection would take from the cores that gateways are
 * measured on.
 */
final class Traffic {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Of microseconds, to three digits. */
    private static final int DIGITS = 3;

    /**
     * What became of it.
     *
     * @param done with the expected status, within the time
     * @param failed with another one, or none
     * @param micros from when a request was due to its answer, of all with the expected status
     */
    record Outcome(long done, long failed, Histogram micros) {}

    private final Pace pace;
    private final int expectedStatus;
    private final Histogram micros = new Histogram(DIGITS);
    private final Deque<Wire> free = new ArrayDeque<>();
    private final long start = System.nanoTime();
    private long done;
    private long failed;

    private Traffic(Pace pace, int expectedStatus) {
        this.pace = pace;
        this.expectedStatus = expectedStatus;
    }

    /** @param port on the loopback interface; there is no other way for load to leave */
    static Outcome run(int port, int connections, byte[] request, int expectedStatus, Pace pace) {
        List<Wire> wires = new ArrayList<>();
        try (Selector selector = Selector.open()) {
            for (int wire = 1; wire <= connections; wire++) {
                wires.add(new Wire(port, selector, request));
            }
            return new Traffic(pace, expectedStatus).drive(selector, wires);
        } catch (IOException e) {
            throw new StackFailure("The load on port " + port + " failed: " + e.getMessage(), e);
        } finally {
            wires.forEach(Wire::close);
        }
    }

    private Outcome drive(Selector selector, List<Wire> wires) throws IOException {
        free.addAll(wires);
        long end = pace.length().plus(PATIENCE).toNanos();
        while ((pace.hasMore(now()) || free.size() < wires.size()) && now() < end) {
            sendWhatIsDue();
            boolean waitsForItsTime = !free.isEmpty() && pace.hasMore(now());
            if (waitsForItsTime) {
                // Shorter than the shortest wait that a selector has; the CPU that it takes, it takes before every
                // front.
                selector.selectNow(key -> take(key));
            } else {
                selector.select(key -> take(key), 100);
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new StackFailure("Interrupted.");
            }
        }
        return new Outcome(done, failed + wires.size() - free.size(), micros);
    }

    private void sendWhatIsDue() throws IOException {
        for (long now = now(); !free.isEmpty() && pace.hasMore(now) && pace.due(now) <= now; now = now()) {
            Wire wire = free.pop();
            long due = pace.due(now);
            pace.begin();
            wire.send(due);
        }
    }

    private void take(SelectionKey key) {
        if (key.attachment() instanceof Wire wire) {
            // A front may close a connection on which nothing is under way: it is opened again, and nothing has failed.
            boolean sent = wire.isUnderWay();
            int status = proceed(wire);
            if (sent && status >= 0) {
                free.add(wire);
                count(wire, status);
            }
        }
    }

    private static int proceed(Wire wire) {
        try {
            return wire.proceed();
        } catch (IOException e) {
            throw new StackFailure("A connection cannot be opened again: " + e.getMessage(), e);
        }
    }

    private void count(Wire wire, int status) {
        long now = now();
        if (status != expectedStatus) {
            failed++;
        } else {
            micros.recordValue(Math.max(0, (now - wire.dueNanos()) / 1000));
            done += now <= pace.length().toNanos() ? 1 : 0;
        }
    }

    private long now() {
        return System.nanoTime() - start;
    }
}

package dev.vetrina.kit.time;

import dev.vetrina.kit.problem.Outages;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Does something at intervals, on a thread of its own and never twice at a time. A failure does not end it. */
public final class Ticker implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Ticker.class);

    private final String name;
    private final ScheduledExecutorService executor;

    private Ticker(String name) {
        this.name = name;
        this.executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    public static Ticker start(String name, Duration pause, Runnable work) {
        Ticker ticker = new Ticker(name);
        var _ = ticker.executor.scheduleWithFixedDelay(
                () -> ticker.attempt(work), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        return ticker;
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    private void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            if (executor.isShutdown()) {
                return;
            }
            if (Outages.causedBy(e)) {
                LOG.debugf(e, "%s waits", name);
            } else {
                LOG.errorf(e, "%s failed", name);
            }
        }
    }
}

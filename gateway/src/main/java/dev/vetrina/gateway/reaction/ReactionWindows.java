package dev.vetrina.gateway.reaction;

import dev.vetrina.events.LiveEvent.EngagementCounted;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Closes a window at every full second and tells of it. While Kafka is away the window under way stays the same, so that its repeat is
 * known for one, and all that is counted meanwhile becomes the next: memory is bounded by sessions, not by time.
 */
@ApplicationScoped
class ReactionWindows {

    private static final Logger LOG = Logger.getLogger(ReactionWindows.class);

    /** So much later than the full second a window is closed at most. */
    private static final int PAUSE_MILLIS = 100;

    private final ReactionCounter counter;
    private final ReactionSender sender;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("reactions").factory());
    private List<EngagementCounted> untold = List.of();
    private long openSecond;

    ReactionWindows(ReactionCounter counter, ReactionSender sender, Clock clock) {
        this.counter = counter;
        this.sender = sender;
        this.clock = clock;
        this.openSecond = second();
    }

    void start(@Observes StartupEvent event) {
        var _ = thread.scheduleWithFixedDelay(this::attempt, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Tells what there is; what Kafka does not take at once is lost. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        thread.shutdown();
        var _ = thread.awaitTermination(2, TimeUnit.SECONDS);
        flush();
        sender.close();
    }

    /** What fails once is tried again: an exception would end the schedule. */
    private void attempt() {
        try {
            tick();
        } catch (RuntimeException e) {
            LOG.error("Reactions are told a little later", e);
        }
    }

    synchronized void tick() {
        if (!untold.isEmpty()) {
            untold = sender.send(untold);
        }
        if (untold.isEmpty() && second() != openSecond) {
            closeWindow();
        }
    }

    private synchronized void flush() {
        tick();
        if (untold.isEmpty()) {
            closeWindow();
        }
    }

    private void closeWindow() {
        Instant windowStart = Instant.ofEpochSecond(openSecond);
        openSecond = second();
        // Kept first: an interrupted sending leaves all of it to be sent again.
        untold = counter.closeWindow(windowStart);
        untold = sender.send(untold);
    }

    private long second() {
        return Math.floorDiv(clock.millis(), ReactionCounter.WINDOW_MILLIS);
    }
}

package dev.vetrina.live.engagement;

import dev.vetrina.events.LiveEvent.EngagementCounted;
import dev.vetrina.live.ticker.Ticker;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Closes a window at every full second and tells of it. While Kafka is away the window under way stays the same, so that its repeat is
 * known for one, and all that is counted meanwhile becomes the next: memory is bounded by sessions and products, not by time.
 */
@ApplicationScoped
class EngagementWindows {

    /** So much later than the full second a window is closed at most. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final EngagementCounter counter;
    private final EngagementSender sender;
    private final Clock clock;
    private List<EngagementCounted> untold = List.of();
    private long openSecond;
    private @Nullable Ticker ticker;

    EngagementWindows(EngagementCounter counter, EngagementSender sender, Clock clock) {
        this.counter = counter;
        this.sender = sender;
        this.clock = clock;
        this.openSecond = second();
    }

    void start(@Observes StartupEvent event) {
        ticker = Ticker.start("engagement", PAUSE, this::tick);
    }

    /** Tells what there is; what Kafka does not take at once is lost. */
    void stop(@Observes ShutdownEvent event) {
        if (ticker != null) {
            ticker.close();
        }
        flush();
        sender.close();
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
        return Math.floorDiv(clock.millis(), EngagementCounter.WINDOW_MILLIS);
    }
}

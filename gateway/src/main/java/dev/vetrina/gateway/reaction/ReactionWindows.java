package dev.vetrina.gateway.reaction;

import dev.vetrina.events.LiveEvent.EngagementCounted;
import dev.vetrina.kit.time.Ticker;
import dev.vetrina.kit.window.SecondWindows;
import dev.vetrina.kit.window.WindowSender;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells every second what was counted in it. */
@ApplicationScoped
class ReactionWindows {

    /** So much later than the full second a window is closed at most. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final WindowSender sender;
    private final SecondWindows<EngagementCounted> windows;
    private @Nullable Ticker ticker;

    ReactionWindows(
            ReactionCounter counter, @Identifier("default-kafka-broker") Map<String, Object> kafka, Clock clock) {
        this.sender = new WindowSender("gateway", () -> kafka, clock);
        this.windows = new SecondWindows<>(counter::closeWindow, sender::send, clock);
    }

    void start(@Observes StartupEvent event) {
        ticker = Ticker.start("reactions", PAUSE, windows::tick);
    }

    void stop(@Observes ShutdownEvent event) {
        if (ticker != null) {
            ticker.close();
        }
        windows.flush();
        sender.close();
    }
}

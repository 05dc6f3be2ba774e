package dev.vetrina.live.engagement;

import dev.vetrina.events.LiveEvent.EngagementCounted;
import dev.vetrina.kit.consumer.KafkaConnection;
import dev.vetrina.kit.time.Ticker;
import dev.vetrina.kit.window.SecondWindows;
import dev.vetrina.kit.window.WindowSender;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/** Tells every second what was counted in it. */
@ApplicationScoped
class EngagementWindows {

    /** So much later than the full second a window is closed at most. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final WindowSender sender;
    private final SecondWindows<EngagementCounted> windows;
    private @Nullable Ticker ticker;

    EngagementWindows(EngagementCounter counter, KafkaConnection connection, Clock clock) {
        this.sender = new WindowSender("live", () -> withTopics(connection), clock);
        this.windows = new SecondWindows<>(counter::closeWindow, sender::send, clock);
    }

    void start(@Observes StartupEvent event) {
        ticker = Ticker.start("engagement", PAUSE, windows::tick);
    }

    void stop(@Observes ShutdownEvent event) {
        if (ticker != null) {
            ticker.close();
        }
        windows.flush();
        sender.close();
    }

    private static Map<String, Object> withTopics(KafkaConnection connection) {
        try {
            connection.ensureTopics();
            return connection.config();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}

package dev.vetrina.live.engagement;

import dev.vetrina.events.LiveEvent.EngagementCounted;
import dev.vetrina.kit.consumer.KafkaConnection;
import dev.vetrina.kit.window.SecondWindows;
import dev.vetrina.kit.window.WindowSender;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Map;
import org.apache.kafka.common.errors.InterruptException;

/** Tells every second what was counted in it. */
@ApplicationScoped
class EngagementWindows {

    private final WindowSender sender;
    private final SecondWindows<EngagementCounted> windows;

    EngagementWindows(EngagementCounter counter, KafkaConnection connection, Clock clock) {
        this.sender = new WindowSender("live", () -> withTopics(connection), clock);
        this.windows = new SecondWindows<>(counter::closeWindow, sender::send, clock);
    }

    void start(@Observes StartupEvent event) {
        windows.start("engagement");
    }

    void stop(@Observes ShutdownEvent event) {
        windows.close();
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

package dev.vetrina.gateway.reaction;

import dev.vetrina.events.LiveEvent.EngagementCounted;
import dev.vetrina.kit.window.SecondWindows;
import dev.vetrina.kit.window.WindowSender;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;

/** Tells every second what was counted in it. */
@Singleton
class ReactionWindows {

    private final WindowSender sender;
    private final SecondWindows<EngagementCounted> windows;

    ReactionWindows(
            ReactionCounter counter, @Identifier("default-kafka-broker") Map<String, Object> kafka, Clock clock) {
        this.sender = new WindowSender("gateway", () -> kafka, clock);
        this.windows = new SecondWindows<>(counter::closeWindow, sender::send, clock);
    }

    void start(@Observes StartupEvent event) {
        windows.start("reactions");
    }

    void stop(@Observes ShutdownEvent event) {
        windows.close();
        sender.close();
    }
}

package dev.vetrina.gateway.presence;

import dev.vetrina.events.LiveEvent.PresenceReported;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Closes a window at every full second, so that the windows of all gateways are the same and can be added up. */
@ApplicationScoped
public class Presence {

    private static final int WINDOW_MILLIS = 1_000;

    private final Vertx vertx;
    private final Clock clock;
    private final PresenceSender sender;
    /** Anew at each start: a restarted gateway's viewers are not added to those of its past life. */
    private final String gatewayId = UUID.randomUUID().toString();

    private final Set<Attendance> attendances = ConcurrentHashMap.newKeySet();

    Presence(Vertx vertx, Clock clock, PresenceSender sender) {
        this.vertx = vertx;
        this.clock = clock;
        this.sender = sender;
    }

    /** Begins to count a channel; it ends with {@link Attendance#end()}. */
    public Attendance of(UUID sessionId, String market) {
        Attendance attendance = new Attendance(sessionId, market);
        attendances.add(attendance);
        return attendance;
    }

    void start(@Observes StartupEvent event) {
        awaitNextWindow();
    }

    private void awaitNextWindow() {
        long now = clock.millis();
        long windowStart = now - Math.floorMod(now, WINDOW_MILLIS);
        vertx.setTimer(windowStart + WINDOW_MILLIS - now, timer -> {
            // A timer may fire a moment early by the wall clock; the window is the one that was waited for.
            closeWindow(windowStart);
            awaitNextWindow();
        });
    }

    private void closeWindow(long windowStart) {
        List<PresenceReported> reports = new ArrayList<>();
        for (Attendance attendance : attendances) {
            attendance.closeWindow(gatewayId, windowStart, WINDOW_MILLIS).ifPresent(reports::add);
        }
        attendances.removeIf(Attendance::over);
        if (!reports.isEmpty()) {
            sender.send(reports);
        }
    }
}

package dev.vetrina.gateway.presence;

import dev.vetrina.events.LiveEvent.PresenceReported;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Closes a window at every full second, so that the windows of all gateways are the same and can be added up. */
@Singleton
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
        awaitNextWindow(0);
    }

    private void awaitNextWindow(long closed) {
        long now = clock.millis();
        long windowStart = windowAfter(closed, now);
        vertx.setTimer(windowStart + WINDOW_MILLIS - now, timer -> {
            closeWindow(windowStart);
            awaitNextWindow(windowStart);
        });
    }

    /** A timer may fire a moment early by the wall clock: a window that is closed is not closed again. */
    static long windowAfter(long closed, long now) {
        long windowStart = now - Math.floorMod(now, WINDOW_MILLIS);
        return windowStart == closed ? windowStart + WINDOW_MILLIS : windowStart;
    }

    private void closeWindow(long windowStart) {
        Map<PresenceReported, Attendance> told = new HashMap<>();
        for (Attendance attendance : attendances) {
            attendance
                    .closeWindow(gatewayId, windowStart, WINDOW_MILLIS)
                    .ifPresent(report -> told.put(report, attendance));
        }
        attendances.removeIf(Attendance::over);
        if (!told.isEmpty()) {
            sender.send(List.copyOf(told.keySet()), report -> notTold(report, told.get(report)));
        }
    }

    /** An empty room is asked once more, for those who came and left. */
    private void notTold(PresenceReported report, @Nullable Attendance attendance) {
        if (attendance != null && !report.joined().isEmpty()) {
            attendance.notTold(report);
            attendances.add(attendance);
        }
    }
}

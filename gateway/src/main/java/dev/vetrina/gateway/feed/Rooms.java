package dev.vetrina.gateway.feed;

import dev.vetrina.gateway.presence.Attendance;
import io.vertx.core.buffer.Buffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everybody who is seated in one channel: a {@link Room} for each event loop. Called on the channel's event loop. */
final class Rooms {

    private final Attendance attendance;
    private final FeedMetrics metrics;
    private final Map<Thread, Room> byLoop = new HashMap<>();
    private @Nullable Buffer latestPulse;

    Rooms(Attendance attendance, FeedMetrics metrics) {
        this.attendance = attendance;
        this.metrics = metrics;
    }

    /** @param missed the facts that came after the opening was made and before this call */
    void admit(Viewer viewer, Opening opening, List<Fact> missed) {
        byLoop.computeIfAbsent(viewer.loop(), loop -> new Room(viewer.context(), attendance, metrics))
                .admit(viewer, opening, missed, latestPulse);
    }

    void leave(Viewer viewer) {
        byLoop.values().forEach(room -> room.leave(viewer));
    }

    void fact(Fact fact) {
        byLoop.values().forEach(room -> room.fact(fact));
    }

    void snapshot(Opening opening) {
        byLoop.values().forEach(room -> room.snapshot(opening));
    }

    void pulse(Buffer frame) {
        latestPulse = frame;
        byLoop.values().forEach(room -> room.pulse(frame));
    }

    void heartbeat() {
        byLoop.values().forEach(Room::heartbeat);
    }

    void end() {
        byLoop.values().forEach(Room::end);
    }
}

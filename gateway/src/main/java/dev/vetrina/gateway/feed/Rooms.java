package dev.vetrina.gateway.feed;

import dev.vetrina.gateway.presence.Attendance;
import io.vertx.core.Context;
import io.vertx.core.impl.ContextInternal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everybody who is seated in one channel: a {@link Room} for each event loop. Called on the channel's event loop. */
final class Rooms {

    private final Context context;
    private final Attendance attendance;
    private final FeedMetrics metrics;
    private final Map<Thread, Room> byLoop = new HashMap<>();
    private final PulseLane pulses;

    /** @param context the channel's */
    Rooms(ContextInternal context, Attendance attendance, FeedMetrics metrics) {
        this.context = context;
        this.attendance = attendance;
        this.metrics = metrics;
        this.pulses = new PulseLane(
                this::tell,
                (millis, action) -> context.setTimer(millis, timer -> action.run()),
                System::nanoTime,
                metrics);
    }

    /** @param missed the facts that came after the opening was made and before this call */
    void admit(Viewer viewer, Opening opening, List<Fact> missed) {
        byLoop.computeIfAbsent(viewer.loop(), loop -> new Room(viewer.context(), attendance, metrics))
                .admit(viewer, opening, missed, pulses.figures());
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

    void pulse(Pulse pulse) {
        pulses.offer(pulse);
    }

    private void tell(Frame frame, PulseLane.Told told) {
        if (byLoop.isEmpty()) {
            told.told(0, 0);
            return;
        }
        Tally tally = new Tally(byLoop.size(), told);
        PulseLane.Told ofARoom = (viewers, full) -> context.runOnContext(v -> tally.add(viewers, full));
        byLoop.values().forEach(room -> room.pulse(frame, ofARoom));
    }

    /** Adds up what the rooms tell of one frame. */
    private static final class Tally {

        private final PulseLane.Told told;
        private int roomsLeft;
        private int viewers;
        private int full;

        Tally(int rooms, PulseLane.Told told) {
            this.roomsLeft = rooms;
            this.told = told;
        }

        void add(int viewersOfARoom, int fullOnes) {
            viewers += viewersOfARoom;
            full += fullOnes;
            if (--roomsLeft == 0) {
                told.told(viewers, full);
            }
        }
    }

    void heartbeat() {
        byLoop.values().forEach(Room::heartbeat);
    }

    void end() {
        byLoop.values().forEach(Room::end);
    }
}

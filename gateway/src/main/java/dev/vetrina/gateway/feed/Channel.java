package dev.vetrina.gateway.feed;

import dev.vetrina.gateway.presence.Attendance;
import dev.vetrina.kit.problem.ProblemException;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One channel: keeps its upstream stream open while it has viewers, and seats them without a gap. A viewer's opening is
 * asked for only while the stream is open, so whatever the opening does not have comes over the stream, and is in the ring
 * by the time the viewer is seated.
 */
final class Channel implements FeedStream.Listener {

    private static final int MAX_ASKED = 3;

    private final ChannelKey key;
    private final Context context;
    private final Channels channels;
    private final Channels.Equipment equipment;
    private final FeedSettings settings;
    private final Openings openings;
    private final Attendance attendance;
    private final Reconnection reconnection;

    private final Set<Viewer> present = new HashSet<>();
    private final Set<Viewer> waiting = new HashSet<>();
    private final Map<Thread, Room> rooms = new HashMap<>();
    private final long heartbeatTimer;
    private @Nullable FactRing ring;
    private @Nullable FeedStream stream;
    private @Nullable Buffer latestPulse;
    private boolean connected;
    private boolean closed;

    Channel(ChannelKey key, Context context, Channels channels, Channels.Equipment equipment) {
        this.key = key;
        this.context = context;
        this.channels = channels;
        this.equipment = equipment;
        this.settings = equipment.settings();
        this.openings = new Openings(equipment.vertx(), equipment.live(), key, settings.openingReuse());
        this.attendance = equipment.presence().of(key.sessionId(), key.market());
        this.reconnection = new Reconnection(settings.reconnectMin(), settings.reconnectMax());
        this.heartbeatTimer = equipment
                .vertx()
                .setPeriodic(
                        settings.heartbeat().toMillis(), timer -> rooms.values().forEach(Room::heartbeat));
    }

    int viewers() {
        return attendance.viewers();
    }

    /** From any thread. */
    void enter(Viewer viewer) {
        context.runOnContext(v -> arrive(viewer));
    }

    /** From any thread, once or more for every viewer who entered. */
    void depart(Viewer viewer) {
        context.runOnContext(v -> {
            waiting.remove(viewer);
            if (present.remove(viewer)) {
                rooms.values().forEach(room -> room.leave(viewer));
                lingerIfEmpty();
            }
        });
    }

    private void arrive(Viewer viewer) {
        if (closed) {
            channels.enter(viewer);
            return;
        }
        present.add(viewer);
        if (viewer.disconnected()) {
            // It left before it could say so to this channel.
            depart(viewer);
            return;
        }
        if (connected) {
            seat(viewer, 1);
            return;
        }
        waiting.add(viewer);
        equipment.vertx().setTimer(settings.joinTimeout().toMillis(), timer -> {
            if (waiting.remove(viewer)) {
                refuse(viewer, unavailable());
            }
        });
        if (stream == null && ring == null) {
            connect();
        }
    }

    private void seat(Viewer viewer, int asked) {
        FactRing known = known();
        FeedRequest request = viewer.request();
        Long lastEventId = request.lastEventId();
        if (request.ticket() == null && lastEventId != null && known.covers(lastEventId)) {
            admit(viewer, Opening.resumedFrom(lastEventId));
            return;
        }
        openings.ask(request)
                .onSuccess(opening -> {
                    if (opening.sequence() >= known.floor()) {
                        admit(viewer, opening);
                    } else if (asked < MAX_ASKED) {
                        // The ring has moved on meanwhile; nothing was written yet, so it can be asked anew.
                        openings.forget();
                        seat(viewer, asked + 1);
                    } else {
                        refuse(viewer, unavailable());
                    }
                })
                .onFailure(refusal -> refuse(viewer, explained(refusal)));
    }

    private void admit(Viewer viewer, Opening opening) {
        if (!present.contains(viewer)) {
            return;
        }
        rooms.computeIfAbsent(viewer.loop(), loop -> new Room(viewer.context(), attendance, equipment.metrics()))
                .admit(viewer, opening, known().after(opening.sequence()), latestPulse);
    }

    private void refuse(Viewer viewer, ProblemException problem) {
        viewer.refuse(problem);
        depart(viewer);
    }

    private void connect() {
        Long after = ring == null ? null : ring.head();
        stream = FeedStream.open(equipment.vertx(), equipment.live(), key, after, settings.openingTimeout(), this);
    }

    @Override
    public void hello(FeedStream source, long sequence) {
        reconnection.succeeded();
        if (ring == null) {
            ring = new FactRing(settings.ringFacts(), sequence);
            open();
        } else if (sequence <= ring.head()) {
            open();
        } else {
            source.pause();
            repair(source, ring.head());
        }
    }

    /** More was missed than the stream replays: what the viewers lack is asked for once, for all of them. */
    private void repair(FeedStream source, long last) {
        openings.forget();
        equipment
                .live()
                .opening(key, last, null)
                .onSuccess(opening -> {
                    if (!source.equals(stream)) {
                        return;
                    }
                    if (opening.snapshot() != null) {
                        known().restart(opening.sequence());
                        rooms.values().forEach(room -> room.snapshot(opening));
                    } else {
                        opening.facts().forEach(this::fact);
                    }
                    open();
                    source.resume();
                })
                .onFailure(failure -> {
                    if (source.equals(stream)) {
                        source.close();
                        lost(failure);
                    }
                });
    }

    private void open() {
        connected = true;
        List<Viewer> arrived = new ArrayList<>(waiting);
        waiting.clear();
        arrived.forEach(viewer -> seat(viewer, 1));
    }

    @Override
    public void fact(Fact fact) {
        if (known().add(fact)) {
            rooms.values().forEach(room -> room.fact(fact));
        }
    }

    @Override
    public void pulse(Buffer frame) {
        latestPulse = frame;
        rooms.values().forEach(room -> room.pulse(frame));
    }

    @Override
    public void lost(Throwable reason) {
        stream = null;
        connected = false;
        if (closed) {
            return;
        }
        ProblemException problem = explained(reason);
        if (ring == null || problem.status() < 500) {
            List.copyOf(waiting).forEach(viewer -> refuse(viewer, problem));
            waiting.clear();
            close();
        } else {
            equipment.metrics().upstreamLost(key, reason);
            equipment.vertx().setTimer(reconnection.delayMillis(), timer -> {
                if (!closed) {
                    connect();
                }
            });
        }
    }

    private void lingerIfEmpty() {
        if (present.isEmpty() && !closed) {
            equipment.vertx().setTimer(settings.linger().toMillis(), timer -> {
                if (present.isEmpty()) {
                    close();
                }
            });
        }
    }

    /** From any thread. */
    void shutDown() {
        context.runOnContext(v -> close());
    }

    private void close() {
        if (closed) {
            return;
        }
        // Whoever comes from here on finds a new channel, or is sent to one by arrive().
        channels.forget(key, this);
        closed = true;
        connected = false;
        equipment.vertx().cancelTimer(heartbeatTimer);
        if (stream != null) {
            stream.close();
            stream = null;
        }
        rooms.values().forEach(Room::end);
        attendance.end();
    }

    private FactRing known() {
        if (ring == null) {
            throw new IllegalStateException("The upstream of " + key + " has not said hello yet.");
        }
        return ring;
    }

    private static ProblemException explained(Throwable failure) {
        return failure instanceof ProblemException problem ? problem : unavailable();
    }

    private static ProblemException unavailable() {
        return ProblemException.unavailable(
                "upstream-unavailable", "The live service does not answer.", Duration.ofSeconds(1));
    }
}

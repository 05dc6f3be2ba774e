package dev.vetrina.gateway.feed;

import dev.vetrina.gateway.presence.Attendance;
import dev.vetrina.kit.problem.ProblemException;
import io.vertx.core.impl.ContextInternal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One channel: has its upstream while it has viewers, and seats them without a gap. A viewer's opening is asked for only
 * while the upstream is open, so whatever the opening does not have comes over the stream, and is in the ring by the time
 * the viewer is seated.
 */
final class Channel implements FactSource.Listener {

    private static final int MAX_ASKED = 3;

    private final ChannelKey key;
    private final ContextInternal context;
    private final Channels channels;
    private final Channels.Equipment equipment;
    private final Openings openings;
    private final Attendance attendance;
    private final Rooms rooms;
    private final FactSource source;
    private final Set<Viewer> present = new HashSet<>();
    private final Set<Viewer> waiting = new HashSet<>();
    private final long heartbeatTimer;
    private boolean connected;
    private boolean closed;

    Channel(ChannelKey key, ContextInternal context, Channels channels, Channels.Equipment equipment) {
        this.key = key;
        this.context = context;
        this.channels = channels;
        this.equipment = equipment;
        FeedSettings settings = equipment.settings();
        this.openings = new Openings(equipment.vertx(), equipment.live(), key, settings.openingReuse());
        this.attendance = equipment.presence().of(key.sessionId(), key.market());
        this.rooms = new Rooms(context, attendance, equipment.metrics());
        this.source = new FactSource(key, equipment, this);
        // On this channel's own event loop: the one that makes the channel is its first viewer's.
        this.heartbeatTimer = context.setPeriodic(settings.heartbeat().toMillis(), timer -> rooms.heartbeat());
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
                rooms.leave(viewer);
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
        long patience = equipment.settings().joinTimeout().toMillis();
        equipment.vertx().setTimer(patience, timer -> {
            if (waiting.remove(viewer)) {
                refuse(viewer, unavailable());
            }
        });
        source.begin();
    }

    private void seat(Viewer viewer, int asked) {
        FeedRequest request = viewer.request();
        Long lastEventId = request.lastEventId();
        if (request.ticket() == null
                && lastEventId != null
                && openings.openToAll()
                && source.facts().covers(lastEventId)) {
            admit(viewer, Opening.resumedFrom(lastEventId));
            return;
        }
        openings.ask(request)
                .onSuccess(opening -> opened(viewer, opening, asked))
                .onFailure(refusal -> refuse(viewer, explained(refusal)));
    }

    private void opened(Viewer viewer, Opening opening, int asked) {
        if (closed) {
            // Nothing was written to it yet, and no fact would come to it here any more.
            if (present.remove(viewer)) {
                channels.enter(viewer);
            }
        } else if (opening.sequence() >= source.facts().floor()) {
            admit(viewer, opening);
        } else if (asked < MAX_ASKED) {
            // The ring has moved on meanwhile; nothing was written yet, so it can be asked anew.
            openings.forget();
            seat(viewer, asked + 1);
        } else {
            refuse(viewer, unavailable());
        }
    }

    private void admit(Viewer viewer, Opening opening) {
        if (present.contains(viewer)) {
            rooms.admit(viewer, opening, source.facts().after(opening.sequence()));
        }
    }

    private void refuse(Viewer viewer, ProblemException problem) {
        viewer.refuse(problem);
        depart(viewer);
    }

    @Override
    public void opened() {
        connected = true;
        List<Viewer> arrived = new ArrayList<>(waiting);
        waiting.clear();
        arrived.forEach(viewer -> seat(viewer, 1));
    }

    @Override
    public void interrupted() {
        connected = false;
    }

    @Override
    public void fact(Fact fact) {
        rooms.fact(fact);
    }

    @Override
    public void snapshot(Opening opening) {
        openings.forget();
        rooms.snapshot(opening);
    }

    @Override
    public void pulse(Pulse pulse) {
        rooms.pulse(pulse);
    }

    @Override
    public void refused(Throwable reason) {
        ProblemException problem = explained(reason);
        waiting.forEach(viewer -> refuse(viewer, problem));
        waiting.clear();
        close();
    }

    private void lingerIfEmpty() {
        if (present.isEmpty() && !closed) {
            equipment.vertx().setTimer(equipment.settings().linger().toMillis(), timer -> {
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
        // Whoever comes from here on finds a new channel, or is sent to one.
        channels.forget(key, this);
        closed = true;
        connected = false;
        equipment.vertx().cancelTimer(heartbeatTimer);
        source.close();
        rooms.end();
        attendance.end();
    }

    private static ProblemException explained(Throwable failure) {
        return failure instanceof ProblemException problem ? problem : unavailable();
    }

    private static ProblemException unavailable() {
        return ProblemException.unavailable(
                "upstream-unavailable", "The live service does not answer.", Duration.ofSeconds(1));
    }
}

package dev.vetrina.gateway.feed;

import dev.vetrina.kit.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A channel's upstream: keeps its stream open, and its facts complete in a ring. A stream that is lost is opened anew from
 * the last fact; what it no longer replays is asked for once, for all viewers.
 */
final class FactSource implements FeedStream.Listener {

    /** Called on the channel's event loop. */
    interface Listener {
        /** From here on every fact comes, until {@link #interrupted()}. */
        void opened();

        void interrupted();

        void fact(Fact fact);

        /** In place of facts that are no longer to be had one by one. */
        void snapshot(Opening opening);

        void pulse(Pulse pulse);

        /** There is no such stream, or none could be opened in the first place. */
        void refused(Throwable reason);
    }

    private final ChannelKey key;
    private final Channels.Equipment equipment;
    private final Listener listener;
    private final Reconnection reconnection;
    private @Nullable FactRing ring;
    private @Nullable FeedStream stream;
    private boolean begun;
    private boolean closed;

    FactSource(ChannelKey key, Channels.Equipment equipment, Listener listener) {
        this.key = key;
        this.equipment = equipment;
        this.listener = listener;
        this.reconnection = new Reconnection(
                equipment.settings().reconnectMin(), equipment.settings().reconnectMax());
    }

    /** Does nothing if it has begun. */
    void begin() {
        if (!begun) {
            begun = true;
            connect();
        }
    }

    private void connect() {
        Long after = ring == null ? null : ring.head();
        stream = FeedStream.open(
                equipment.vertx(),
                equipment.live(),
                key,
                after,
                equipment.settings().openingTimeout(),
                this);
    }

    @Override
    public void hello(FeedStream source, long sequence) {
        if (ring == null) {
            ring = new FactRing(equipment.settings().ringFacts(), sequence);
            opened();
        } else if (sequence <= ring.head()) {
            opened();
        } else {
            source.pause();
            repair(source, ring);
        }
    }

    private void repair(FeedStream source, FactRing known) {
        equipment
                .live()
                .missed(key, known.head())
                .onSuccess(opening -> {
                    if (!source.equals(stream)) {
                        return;
                    }
                    if (opening.snapshot() != null) {
                        known.restart(opening.sequence());
                        listener.snapshot(opening);
                    } else {
                        opening.facts().forEach(this::fact);
                    }
                    opened();
                    source.resume();
                })
                .onFailure(failure -> {
                    if (source.equals(stream)) {
                        source.close();
                        lost(failure);
                    }
                });
    }

    private void opened() {
        reconnection.succeeded();
        listener.opened();
    }

    @Override
    public void fact(Fact fact) {
        if (facts().add(fact)) {
            listener.fact(fact);
        }
    }

    @Override
    public void pulse(Pulse pulse) {
        listener.pulse(pulse);
    }

    @Override
    public void lost(Throwable reason) {
        stream = null;
        if (closed) {
            return;
        }
        listener.interrupted();
        if (ring == null || (reason instanceof ProblemException problem && problem.status() < 500)) {
            listener.refused(reason);
            return;
        }
        equipment.metrics().upstreamLost(key, reason);
        equipment.vertx().setTimer(reconnection.delayMillis(), timer -> {
            if (!closed) {
                connect();
            }
        });
    }

    /** @throws IllegalStateException before it was opened for the first time */
    FactRing facts() {
        if (ring == null) {
            throw new IllegalStateException("The upstream of " + key + " has not said hello yet.");
        }
        return ring;
    }

    void close() {
        closed = true;
        if (stream != null) {
            stream.close();
            stream = null;
        }
    }
}

package dev.vetrina.gateway.feed;

import dev.vetrina.gateway.web.Refusals;
import dev.vetrina.kit.problem.ProblemException;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;

/** One connection that reads the feed. Everything but {@link #refuse} is called on its own event loop. */
final class Viewer {

    private final RoutingContext routing;
    private final FeedRequest request;
    private final Refusals refusals;
    private final FeedMetrics metrics;
    private final Context context = Vertx.currentContext();
    private final Thread loop = Thread.currentThread();
    private final Wire wire;
    private final Backlog backlog;
    private long last;
    private boolean gone;
    private volatile Runnable leave = () -> {};

    Viewer(RoutingContext routing, FeedRequest request, Refusals refusals, FeedSettings settings, FeedMetrics metrics) {
        this.routing = routing;
        this.request = request;
        this.refusals = refusals;
        this.metrics = metrics;
        this.wire = new Wire(routing.request());
        this.backlog = new Backlog(wire::full, settings.maxBacklogBytes(), settings.maxStall());
        routing.addEndHandler(end -> leave.run());
    }

    FeedRequest request() {
        return request;
    }

    Context context() {
        return context;
    }

    /** The one thread that may touch this viewer. */
    Thread loop() {
        return loop;
    }

    /** Before the viewer is handed to a channel, and again if it is handed on to another; from any thread. */
    void onLeave(Runnable leave) {
        this.leave = leave;
    }

    /** Once, when the connection has ended in whatever way. */
    void onEnd(Runnable end) {
        routing.addEndHandler(ended -> end.run());
    }

    /** From any thread. */
    boolean disconnected() {
        return wire.closed();
    }

    boolean gone() {
        return gone || wire.closed();
    }

    /** From any thread. */
    void refuse(ProblemException problem) {
        context.runOnContext(v -> refusals.refuse(routing, problem));
    }

    void begin(Opening opening) {
        wire.begin();
        wire.writeUsually(Frames.anyRetry());
        opening.frames().forEach(this::write);
        last = opening.sequence();
    }

    /** A fact is written or, if this reader is too far behind, its last: the connection is closed. */
    void fact(Fact fact) {
        if (fact.sequence() > last && !gone()) {
            last = fact.sequence();
            writeOrCut(fact.frame());
        }
    }

    /** A snapshot in place of facts that are no longer to be had one by one. */
    void snapshot(Opening opening) {
        if (opening.sequence() > last && !gone()) {
            last = opening.sequence();
            opening.frames().forEach(this::writeOrCut);
        }
    }

    /** @return whether there was room for it: who is busy with facts does without */
    boolean pulse(Frame frame) {
        if (gone()) {
            return true;
        }
        if (!backlog.none()) {
            return false;
        }
        write(frame);
        return true;
    }

    void heartbeat() {
        if (gone()) {
            return;
        }
        if (backlog.none()) {
            wire.writeUsually(Frames.HEARTBEAT);
        } else if (backlog.stalledTooLong(System.nanoTime())) {
            cut();
        }
    }

    /** Bytes that wait until this reader takes them. */
    long pendingBytes() {
        return wire.pendingBytes();
    }

    private void writeOrCut(Frame frame) {
        if (backlog.takes(frame.length())) {
            write(frame);
        } else {
            cut();
        }
    }

    private void write(Frame frame) {
        if (!gone()) {
            try {
                wire.write(frame);
            } catch (IllegalStateException ended) {
                // Whatever is wrong with this one, the others get theirs.
                cut();
            }
        }
    }

    /** The browser comes back with Last-Event-ID. */
    void end() {
        if (!gone()) {
            gone = true;
            wire.end();
        }
    }

    private void cut() {
        if (!gone) {
            gone = true;
            metrics.viewerCut();
            wire.cut();
        }
    }
}

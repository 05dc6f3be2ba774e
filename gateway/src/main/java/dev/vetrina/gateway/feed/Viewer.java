package dev.vetrina.gateway.feed;

import dev.vetrina.gateway.web.Refusals;
import dev.vetrina.kit.problem.ProblemException;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.ThreadLocalRandom;

/** One connection that reads the feed. Everything but {@link #refuse} is called on its own event loop. */
final class Viewer {

    private static final int RETRY_MIN_MILLIS = 1_000;
    private static final int RETRY_MAX_MILLIS = 3_000;

    private final RoutingContext routing;
    private final FeedRequest request;
    private final Refusals refusals;
    private final FeedMetrics metrics;
    private final Context context = Vertx.currentContext();
    private final Thread loop = Thread.currentThread();
    private final HttpServerResponse response;
    private final Backlog backlog;
    private long last;
    private boolean gone;
    private volatile Runnable leave = () -> {};

    Viewer(RoutingContext routing, FeedRequest request, Refusals refusals, FeedSettings settings, FeedMetrics metrics) {
        this.routing = routing;
        this.request = request;
        this.refusals = refusals;
        this.metrics = metrics;
        this.response = routing.response();
        this.backlog = new Backlog(response::writeQueueFull, settings.maxBacklogBytes(), settings.maxStall());
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
        return response.closed();
    }

    boolean gone() {
        return gone || response.closed();
    }

    /** From any thread. */
    void refuse(ProblemException problem) {
        context.runOnContext(v -> refusals.refuse(routing, problem));
    }

    void begin(Opening opening) {
        response.setChunked(true)
                .putHeader("Content-Type", "text/event-stream;charset=UTF-8")
                .putHeader("Cache-Control", "no-store")
                // Asks buffering proxies on the way to pass on what they have.
                .putHeader("X-Accel-Buffering", "no");
        // Apart from each other, so that viewers who lose their gateway do not all come to the next in one instant.
        write(Frames.retry(ThreadLocalRandom.current().nextInt(RETRY_MIN_MILLIS, RETRY_MAX_MILLIS)));
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

    /** @return whether it was written: who is busy with facts does without */
    boolean pulse(Buffer frame) {
        if (gone() || !backlog.none()) {
            return false;
        }
        write(frame);
        return true;
    }

    void heartbeat() {
        if (!pulse(Frames.HEARTBEAT) && !gone() && backlog.stalledTooLong(System.nanoTime())) {
            cut();
        }
    }

    private void writeOrCut(Buffer frame) {
        if (backlog.takes(frame)) {
            write(frame);
        } else {
            cut();
        }
    }

    private void write(Buffer frame) {
        if (!gone()) {
            // A failed write means a closed connection, which the close handler tells.
            var _ = response.write(frame);
        }
    }

    /** The browser comes back with Last-Event-ID. */
    void end() {
        if (!gone()) {
            gone = true;
            var _ = response.end();
        }
    }

    /** Closes at once: closing in an orderly way would wait for the very reader who takes nothing. */
    private void cut() {
        gone = true;
        metrics.viewerCut();
        HttpServerRequest connected = routing.request();
        if (HttpVersion.HTTP_2.equals(connected.version())) {
            response.reset();
        } else {
            var _ = ((ConnectionBase) connected.connection()).channel().close();
        }
    }
}

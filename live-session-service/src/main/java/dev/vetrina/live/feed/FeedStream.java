package dev.vetrina.live.feed;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;

/** One gateway's connection to a channel. It may lose pulses, but never a fact: a reader that is too slow is cut off. */
final class FeedStream {

    private static final Buffer HEARTBEAT = Buffer.buffer(": beat\n\n");

    private final String market;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private boolean cutOff;

    FeedStream(String market, HttpServerRequest request) {
        this.market = market;
        this.request = request;
        this.response = request.response();
    }

    String market() {
        return market;
    }

    void open(int bufferBytes) {
        response.setChunked(true)
                .setWriteQueueMaxSize(bufferBytes)
                .putHeader("Content-Type", "text/event-stream;charset=UTF-8")
                .putHeader("Cache-Control", "no-store");
    }

    /** The reader will come back and ask for what it missed. */
    void send(Buffer frame) {
        if (closed()) {
            return;
        }
        if (response.writeQueueFull()) {
            cutOff();
            return;
        }
        var _ = response.write(frame);
    }

    void sendIfIdle(Buffer frame) {
        if (!closed() && !response.writeQueueFull()) {
            var _ = response.write(frame);
        }
    }

    void beat() {
        sendIfIdle(HEARTBEAT);
    }

    /** The reader will come back, to another instance. */
    void end() {
        if (!closed()) {
            var _ = response.end();
        }
    }

    boolean closed() {
        return cutOff || response.closed() || response.ended();
    }

    /**
     * Over HTTP/1.1, Vert.x would close the connection only after everything unread was read: the channel is closed below
     * it.
     */
    private void cutOff() {
        cutOff = true;
        if (request.version() == HttpVersion.HTTP_2) {
            response.reset();
        } else {
            var _ = ((ConnectionBase) request.connection())
                    .channelHandlerContext()
                    .close();
        }
    }
}

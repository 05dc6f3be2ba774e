package dev.vetrina.gateway.feed;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import org.jspecify.annotations.Nullable;

/**
 * One viewer's connection. Used on its event loop. Where it can, it asks and writes to the channel itself: what lies above is passed for
 * each of thousands of viewers.
 */
final class Wire {

    private final HttpServerResponse response;
    /** Of HTTP/1 only: that of HTTP/2 is shared by several viewers. */
    private final @Nullable Channel channel;
    /** What is written here is not made into a chunk any more; only where an answer is sent in chunks. */
    private @Nullable ChannelHandlerContext beneathTheEncoder;

    Wire(HttpServerRequest request) {
        this.response = request.response();
        boolean isShared = HttpVersion.HTTP_2.equals(request.version());
        this.channel = isShared ? null : ((ConnectionBase) request.connection()).channel();
        if (channel != null && HttpVersion.HTTP_1_1.equals(request.version())) {
            this.beneathTheEncoder = channel.pipeline().context(HttpResponseEncoder.class);
        }
    }

    /** Whether it has ended; from any thread. */
    boolean closed() {
        return channel == null ? response.closed() : !channel.isActive();
    }

    /** Whether it takes nothing more for now. */
    boolean full() {
        return channel == null ? response.writeQueueFull() : !channel.isWritable();
    }

    /** Bytes that wait for the reader; 0 where they cannot be told. */
    long pendingBytes() {
        ChannelOutboundBuffer waiting =
                channel == null ? null : channel.unsafe().outboundBuffer();
        return waiting == null ? 0 : waiting.totalPendingWriteBytes();
    }

    void begin() {
        response.setChunked(true)
                .putHeader("Content-Type", "text/event-stream;charset=UTF-8")
                .putHeader("Cache-Control", "no-store")
                // Asks buffering proxies on the way to pass on what they have.
                .putHeader("X-Accel-Buffering", "no");
    }

    /** In the server's usual way, which also tells its idle timeout that the connection is in use. */
    void writeUsually(Frame frame) {
        // A failed write means a closed connection, which the close handler tells.
        var _ = response.write(frame.content());
    }

    void write(Frame frame) {
        if (beneathTheEncoder == null) {
            writeUsually(frame);
        } else {
            var _ = beneathTheEncoder.writeAndFlush(frame.chunk(), beneathTheEncoder.voidPromise());
        }
    }

    void end() {
        var _ = response.end();
    }

    /** Closes at once: closing in an orderly way would wait for the very reader who takes nothing. */
    void cut() {
        if (channel == null) {
            response.reset();
        } else {
            var _ = channel.close();
        }
    }
}

package dev.vetrina.gateway.connection;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * First in a connection's pipeline: sees the bytes, and lets {@link RequestGuard} see what became of them. A request that comes
 * in one piece, as nearly all do, costs no timer. It watches what is not encrypted: TLS ends before the gateway.
 */
final class ConnectionGuard extends ChannelInboundHandlerAdapter {

    private final ConnectionSettings settings;
    private @Nullable RequestGuard requests;
    private @Nullable ScheduledFuture<?> untilFirstRequest;

    ConnectionGuard(ConnectionSettings settings) {
        this.settings = settings;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        // Whoever connects and says nothing, or shakes hands for ever, has the time of a head.
        untilFirstRequest = context.executor()
                .schedule(() -> firstHeadIsLate(context), settings.headTimeout().toMillis(), TimeUnit.MILLISECONDS);
        context.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        if (requests == null && bytes instanceof ByteBuf begun) {
            findOutWhatIsSpoken(context, begun);
        }
        RequestGuard guard = requests;
        if (guard == null) {
            context.fireChannelRead(bytes);
        } else if (guard.hasRefused()) {
            ReferenceCountUtil.release(bytes);
        } else {
            context.fireChannelRead(bytes);
            guard.bytesWereRead();
            if (untilFirstRequest != null && guard.hasSeenRequest()) {
                endFirstDeadline();
            }
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        endFirstDeadline();
        context.fireChannelInactive();
    }

    /**
     * Vert.x makes the pipeline of HTTP/1 or HTTP/2 when the first bytes tell which; under TLS the handshake does. It gets no more
     * of them before than it takes, so that no request is made before somebody watches.
     */
    private void findOutWhatIsSpoken(ChannelHandlerContext context, ByteBuf begun) {
        ChannelPipeline pipeline = context.pipeline();
        while (pipeline.get("ssl") == null && !isKnown(pipeline) && begun.readableBytes() > 1) {
            context.fireChannelRead(begun.readRetainedSlice(1));
        }
        if (pipeline.get("httpDecoder") != null) {
            RequestGuard guard = new RequestGuard(settings);
            pipeline.addAfter("httpEncoder", "request-guard", guard);
            requests = guard;
        } else if (pipeline.get("handler") != null) {
            // HTTP/2 has bounds of sizes in its codec, and one of time in Http2Requests.
            endFirstDeadline();
            pipeline.remove(this);
        }
    }

    private static boolean isKnown(ChannelPipeline pipeline) {
        return pipeline.get("httpDecoder") != null || pipeline.get("handler") != null;
    }

    private void firstHeadIsLate(ChannelHandlerContext context) {
        untilFirstRequest = null;
        RequestGuard guard = requests;
        if (guard == null) {
            var _ = context.close();
        } else {
            guard.headIsLate();
        }
    }

    private void endFirstDeadline() {
        if (untilFirstRequest != null) {
            untilFirstRequest.cancel(false);
            untilFirstRequest = null;
        }
    }
}

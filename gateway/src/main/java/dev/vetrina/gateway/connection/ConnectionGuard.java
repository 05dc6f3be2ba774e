package dev.vetrina.gateway.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * First in a connection's pipeline: sees the bytes, and lets {@link RequestGuard} see what became of them. A request that comes
 * in one piece, as nearly all do, costs no timer.
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
        RequestGuard guard = requests == null ? watchRequests(context) : requests;
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

    /** Under TLS it is known only after the handshake what is spoken; HTTP/2 has bounds of its own, in its codec. */
    private @Nullable RequestGuard watchRequests(ChannelHandlerContext context) {
        ChannelPipeline pipeline = context.pipeline();
        if (pipeline.get("handler") == null) {
            return null;
        }
        if (pipeline.get("httpDecoder") == null) {
            endFirstDeadline();
            pipeline.remove(this);
            return null;
        }
        RequestGuard guard = new RequestGuard(settings);
        pipeline.addBefore("handler", "request-guard", guard);
        requests = guard;
        return guard;
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

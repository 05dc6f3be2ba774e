package dev.vetrina.gateway.connection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Stands where a server accepts connections: one too many is closed before anything is read of it. */
final class Admission extends ChannelInboundHandlerAdapter {

    @Override
    public void channelRead(ChannelHandlerContext context, Object accepted) {
        OpenConnections open = OpenConnections.current();
        if (open == null || !(accepted instanceof Channel connection)) {
            context.fireChannelRead(accepted);
            return;
        }
        String address = OpenConnections.addressOf(connection);
        if (!open.enter(address)) {
            connection.unsafe().closeForcibly();
            return;
        }
        connection.closeFuture().addListener(closed -> open.leave(address));
        connection.pipeline().addFirst("connection-guard", new ConnectionGuard(open.settings()));
        context.fireChannelRead(accepted);
    }
}

package dev.vetrina.gateway.proxy;

import io.vertx.core.Vertx;
import java.util.stream.StreamSupport;

/** What there is of something is divided among the event loops: what is on one stays there. */
final class EventLoops {

    private EventLoops() {}

    /** Of one of them; never less than one. */
    static int partOf(int all, Vertx vertx) {
        long loops = StreamSupport.stream(vertx.nettyEventLoopGroup().spliterator(), false)
                .count();
        return (int) Math.ceilDiv(all, loops);
    }
}

package dev.vetrina.gateway.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** The body of a request that a route has read before it was found out that the request is to be passed on. */
public final class ReadBody {

    private static final String KEY = ReadBody.class.getName();

    private ReadBody() {}

    public static void keep(RoutingContext routing, Buffer body) {
        routing.put(KEY, body);
    }

    public static Optional<Buffer> of(RoutingContext routing) {
        return Optional.ofNullable(routing.get(KEY));
    }
}

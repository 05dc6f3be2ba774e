package dev.vetrina.gateway.cache;

import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;

/** A request that waits for an answer, on its own event loop. */
record Waiter(RoutingContext routing, PublicRead read, Source source, Context context, long arrivedAt) {

    static Waiter of(RoutingContext routing, PublicRead read, Source source, long now) {
        return new Waiter(routing, read, source, routing.vertx().getOrCreateContext(), now);
    }

    boolean isGone() {
        return routing.response().closed() || routing.response().ended();
    }
}

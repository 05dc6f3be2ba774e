package dev.vetrina.gateway.proxy;

import dev.vetrina.gateway.web.RequestHeaders;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** What a service gets to read of a request's head: all but what was meant for the gateway, and where it came from. */
@Singleton
class RequestHead {

    private final ForwardedHeaders forwarded;

    RequestHead(ForwardedHeaders forwarded) {
        this.forwarded = forwarded;
    }

    /** @param to headers that are still empty */
    void write(RoutingContext routing, MultiMap to) {
        routing.request().headers().forEach((name, value) -> to.add(name, value));
        HopByHopHeaders.removeFrom(to);
        to.remove(HttpHeaders.HOST).remove(HttpHeaders.EXPECT).remove(HttpHeaders.TRANSFER_ENCODING);
        forwarded.set(routing.request(), to);
        to.set(RequestHeaders.REQUEST_ID, RequestHeaders.idOf(routing));
    }
}

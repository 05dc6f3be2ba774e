package dev.vetrina.gateway.cache;

import dev.vetrina.gateway.proxy.ServiceAnswer;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;

/** Where an answer comes from that is not kept yet. */
@FunctionalInterface
public interface Source {

    /**
     * Asks on behalf of nobody.
     *
     * @param first of those who wait for the answer: for the trace alone
     */
    Future<ServiceAnswer> ask(RoutingContext first, PublicRead read);

    /** Takes a request whose answer is not for all. */
    default void pass(RoutingContext one) {
        one.next();
    }
}

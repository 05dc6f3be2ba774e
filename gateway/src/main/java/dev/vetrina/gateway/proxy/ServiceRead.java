package dev.vetrina.gateway.proxy;

import io.vertx.core.MultiMap;
import java.time.Duration;

/**
 * A GET that the gateway makes itself.
 *
 * @param uri path and query, of a path that has a route
 * @param headers all that is sent
 * @param timeout from the request until the service begins to answer
 * @param maxBytes of the answer's body
 */
public record ServiceRead(String uri, MultiMap headers, Duration timeout, long maxBytes) {}

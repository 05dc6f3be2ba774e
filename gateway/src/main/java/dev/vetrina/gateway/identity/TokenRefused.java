package dev.vetrina.gateway.identity;

import io.vertx.core.http.HttpServerRequest;

/**
 * A request came with an access token that its signature does not bear out. One that has expired is not among these: who left
 * a page open tries nothing.
 *
 * @param subject whom the token names, empty if it names nobody
 */
public record TokenRefused(HttpServerRequest request, String subject) {}

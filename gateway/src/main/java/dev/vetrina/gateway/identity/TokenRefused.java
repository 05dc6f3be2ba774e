package dev.vetrina.gateway.identity;

import io.vertx.core.http.HttpServerRequest;

/** A request came with an access token that is not valid. */
public record TokenRefused(HttpServerRequest request) {}

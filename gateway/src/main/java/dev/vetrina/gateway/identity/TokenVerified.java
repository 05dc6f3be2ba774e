package dev.vetrina.gateway.identity;

import io.vertx.core.http.HttpServerRequest;

/** The signature of a request's access token was verified: once a minute for a token that is in use. */
public record TokenVerified(HttpServerRequest request, String subject) {}

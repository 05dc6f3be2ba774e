package dev.vetrina.gateway.identity;

import io.quarkus.security.identity.SecurityIdentity;

/** What can be told of a request's access token before its signature is looked at. */
public sealed interface Presented {

    /** There is no token. */
    record None() implements Presented {}

    /** It was verified a moment ago. */
    record Known(SecurityIdentity bearer) implements Presented {}

    /** It says so itself, and nobody forges that. */
    record Expired() implements Presented {}

    /**
     * It has to be verified.
     *
     * @param subject whom it names, which may be a lie; empty if it names nobody
     */
    record Unverified(String subject) implements Presented {}
}

package dev.vetrina.kit.http;

/** An answer with a row version: it is sent as a strong {@code ETag}. */
public interface Versioned {
    long version();
}

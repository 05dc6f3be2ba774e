package dev.vetrina.kit.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * What a request was answered.
 *
 * @param json the body; null for an answer without one
 */
public record StoredAnswer(
        int status, @Nullable String location, @Nullable String json) {}

package dev.vetrina.gateway.page;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A part of a page, or why it is missing.
 *
 * @param name of the field that it is
 */
record Part(
        String name, @Nullable JsonNode content, @Nullable Missing missing) {

    static Part of(String name, JsonNode content) {
        return new Part(name, content, null);
    }

    static Part without(Missing missing) {
        return new Part(missing.part(), null, missing);
    }
}

package dev.vetrina.gateway.reaction;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What a viewer gave, as the service has taken it.
 *
 * @param market null where nobody said one
 * @param times how often at once
 */
record Reaction(String kind, @Nullable String market, int times) {

    static Reaction of(JsonNode body) {
        return new Reaction(
                body.path("kind").asText(),
                body.hasNonNull("market") ? body.path("market").asText() : null,
                body.path("count").asInt(1));
    }
}

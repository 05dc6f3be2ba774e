package dev.vetrina.localstack.room;

import com.fasterxml.jackson.databind.JsonNode;

/** A fact as the timeline has it. */
record ToldFact(long sequence, String kind, String occurredAt) {

    static ToldFact of(JsonNode fact) {
        return new ToldFact(
                fact.path("sequence").asLong(),
                fact.path("kind").asText(),
                fact.path("occurredAt").asText());
    }
}

package dev.vetrina.live.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A fact as it was recorded.
 *
 * @param sequence its number in the session, from 1 without gaps
 * @param data its own fields; what differs by market stands in an object {@code markets} by code
 */
public record Fact(long sequence, String kind, Instant occurredAt, JsonNode data) {}

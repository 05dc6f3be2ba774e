package dev.vetrina.live;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A fact as the timeline or a feed shows it. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SeenFact(
        long sequence,
        String kind,
        String occurredAt,
        @Nullable Long offsetMillis,
        Map<String, Object> data) {}

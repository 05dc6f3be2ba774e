package dev.vetrina.live;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A fact as the timeline or a feed shows it. */
public record SeenFact(
        long sequence,
        String kind,
        String occurredAt,
        @Nullable Long offsetMillis,
        Map<String, Object> data) {}

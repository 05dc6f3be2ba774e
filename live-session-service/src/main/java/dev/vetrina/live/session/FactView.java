package dev.vetrina.live.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vetrina.live.timeline.Broadcast;
import dev.vetrina.live.timeline.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Fact", description = "What viewers were shown, in order and without a gap")
record FactView(
        @Schema(description = "From 1 without gaps: the `id` of the feed's event")
        long sequence,

        @Schema(description = "The name of the feed's event", examples = "product-pinned")
        String kind,

        Instant occurredAt,

        @Schema(description = "Milliseconds since the session's start, negative before it; null until it has started")
        @Nullable
        Long offsetMillis,

        @Schema(description = "The same without the pauses of the session, in which it stands still") @Nullable
        Long positionMillis,

        @Schema(
                implementation = Map.class,
                description = "The fact's own fields; what differs by market stands in `markets` by code")
        JsonNode data) {

    static FactView of(Fact fact, @Nullable Instant startedAt, Broadcast runningTime) {
        Long offset = startedAt == null
                ? null
                : Duration.between(startedAt, fact.occurredAt()).toMillis();
        Long position = startedAt == null ? null : runningTime.positionMillis(fact.occurredAt());
        return new FactView(fact.sequence(), fact.kind(), fact.occurredAt(), offset, position, fact.data());
    }
}

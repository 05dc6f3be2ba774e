package dev.vetrina.live.replay;

import dev.vetrina.live.session.SessionStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Showing", description = "A session in which a product was on screen")
record ShowingView(
        UUID sessionId,
        String title,

        @Schema(description = "LIVE or PAUSED while it can be watched now, ENDED if there is a replay")
        SessionStatus status,

        @Nullable Instant startedAt,
        @Nullable Instant endedAt,

        @Schema(description = "When it was put on screen; at most the first 50 times")
        List<Moment> moments) {

    @Schema(name = "ShowingMoment")
    record Moment(
            Instant shownAt,

            @Schema(description = "Milliseconds since the start of the show")
            long offsetMillis,

            @Schema(description = "The same without the show's pauses")
            long positionMillis) {}
}

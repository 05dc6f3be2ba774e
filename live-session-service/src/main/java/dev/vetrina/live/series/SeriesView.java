package dev.vetrina.live.series;

import dev.vetrina.kit.http.Identified;
import dev.vetrina.kit.http.Versioned;
import dev.vetrina.live.session.Presentation;
import dev.vetrina.live.session.Visibility;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "SessionSeries", description = "A session that comes again")
record SeriesView(
        UUID id,
        long version,
        UUID creatorId,
        String title,
        List<String> markets,
        Visibility visibility,
        String timeZone,

        @Schema(
                description = "The first start under these terms, as the clocks of the zone show it",
                examples = "2030-03-01T20:00")
        String localStart,

        @Schema(examples = "FREQ=WEEKLY;BYDAY=FR") String rule,

        @Schema(description = "Nothing comes after it: what follows was cancelled") @Nullable
        LocalDate lastDay,

        @Nullable Integer plannedMinutes,
        Presentation presentation,
        Instant createdAt,
        Instant updatedAt)
        implements Identified, Versioned {}

package dev.vetrina.live.session;

import dev.vetrina.kit.http.Identified;
import dev.vetrina.kit.http.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Session", description = "A live show")
record SessionView(
        UUID id,

        @Schema(description = "Counts what its host edits; neither pins nor price changes raise it")
        long version,

        UUID creatorId,
        String title,

        @Schema(description = "ISO 3166 codes of the markets it is shown in")
        List<String> markets,

        SessionStatus status,

        @Schema(description = "The announced start, or the real one once it is live") @Nullable
        Instant startsAt,

        @Nullable Instant startedAt,
        @Nullable Instant endedAt,

        @Schema(description = "The products shown, in their order")
        List<UUID> productIds,

        @Nullable UUID pinnedProductId,

        @Schema(description = "The session of which it is a rehearsal, if it is one") @Nullable
        UUID rehearsalOf,

        @Schema(description = "The series that made it, if one did") @Nullable
        UUID seriesId,

        Visibility visibility,

        @Schema(description = "IANA name of the zone in which the start is spoken of", examples = "Europe/London")
        String timeZone,

        @Schema(description = "The start as the clocks of that zone show it", examples = "2030-03-01T20:00") @Nullable
        String localStart,

        @Schema(description = "How long it is meant to be") @Nullable
        Integer plannedMinutes,

        Presentation presentation,
        Instant createdAt,
        Instant updatedAt)
        implements Identified, Versioned {

    static SessionView of(Session session) {
        return new SessionView(
                session.id(),
                session.version(),
                session.creatorId(),
                session.title(),
                session.markets(),
                session.status(),
                session.startsAt(),
                session.startedAt(),
                session.endedAt(),
                session.lineup(),
                session.pinnedProductId(),
                session.origin().rehearsalOf(),
                session.origin().seriesId(),
                session.announcement().visibility(),
                session.announcement().timeZone(),
                session.announcement().local(session.startsAt()),
                session.announcement().plannedMinutes(),
                session.announcement().presentation(),
                session.createdAt(),
                session.updatedAt());
    }
}

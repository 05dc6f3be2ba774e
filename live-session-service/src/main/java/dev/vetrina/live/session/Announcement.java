package dev.vetrina.live.session;

import dev.vetrina.kit.problem.ProblemException;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What a session says of itself before it is live.
 *
 * @param timeZone IANA name of the zone in which its start is spoken of
 * @param plannedMinutes how long it is meant to be
 */
@Embeddable
public record Announcement(
        String title,
        @JdbcTypeCode(SqlTypes.ARRAY) List<String> markets,
        @Enumerated(EnumType.STRING) Visibility visibility,
        String timeZone,
        @Nullable Integer plannedMinutes,
        @Nullable String description,
        @Nullable String coverUrl,
        @Nullable String coverAlt,
        @Nullable String teaserUrl) {

    public static final String UTC = "UTC";

    /** @throws ProblemException 422 {@code invalid-input} for a zone that there is not */
    public static Announcement of(
            String title,
            List<String> markets,
            Visibility visibility,
            String timeZone,
            @Nullable Integer plannedMinutes,
            @Nullable Presentation presentation) {
        // Offsets such as +01:00 are no zones: they would not keep the local time over a change of the clocks.
        if (!ZoneId.getAvailableZoneIds().contains(timeZone)) {
            throw ProblemException.invalid("timeZone", "must be an IANA time zone such as Europe/London");
        }
        Presentation shown = Optional.ofNullable(presentation).orElse(Presentation.NONE);
        Optional<Presentation.Cover> cover = Optional.ofNullable(shown.cover());
        return new Announcement(
                title,
                markets.stream().distinct().toList(),
                visibility,
                timeZone,
                plannedMinutes,
                shown.description(),
                cover.map(Presentation.Cover::url).orElse(null),
                cover.map(Presentation.Cover::altText).orElse(null),
                shown.teaserUrl());
    }

    public Presentation presentation() {
        return new Presentation(
                description,
                coverUrl == null || coverAlt == null ? null : new Presentation.Cover(coverUrl, coverAlt),
                teaserUrl);
    }

    /** What the clocks of its zone show, without an offset. */
    @Nullable
    String local(@Nullable Instant start) {
        return start == null
                ? null
                : LocalDateTime.ofInstant(start, ZoneId.of(timeZone)).toString();
    }

    boolean inviteOnly() {
        return visibility == Visibility.INVITE_ONLY;
    }

    boolean listed() {
        return visibility == Visibility.PUBLIC;
    }
}

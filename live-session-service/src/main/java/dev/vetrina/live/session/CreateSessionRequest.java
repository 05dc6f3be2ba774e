package dev.vetrina.live.session;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "CreateSession")
record CreateSessionRequest(
        @Schema(description = "The host. Creators may leave it out; operators name one.") @Nullable
        UUID creatorId,

        @NotBlank @Size(max = 200) @Schema(examples = "On Trend: knitwear")
        String title,

        @NotNull
        @Size(min = 1, max = 50)
        @Schema(description = "ISO 3166 codes of the markets it is to be shown in", examples = "[\"GB\"]")
        List<@NotNull @Pattern(regexp = "[A-Z]{2}") String> markets,

        @Schema(
                description = "The start intended, not in the past; `schedule` announces it",
                examples = "2030-03-01T20:00:00Z")
        @Nullable
        Instant startsAt,

        @Schema(description = "PUBLIC if absent") @Nullable Visibility visibility,

        @Size(max = 64)
        @Schema(
                description = "IANA name of the zone in which the start is spoken of; UTC if absent",
                examples = "Europe/London")
        @Nullable
        String timeZone,

        @Min(1) @Max(1440) @Schema(description = "How long it is meant to be", examples = "60") @Nullable
        Integer plannedMinutes,

        @Valid @Nullable Presentation presentation) {
    Announcement announcement() {
        return Announcement.of(
                title,
                markets,
                Objects.requireNonNullElse(visibility, Visibility.PUBLIC),
                Objects.requireNonNullElse(timeZone, Announcement.UTC),
                plannedMinutes,
                presentation);
    }
}

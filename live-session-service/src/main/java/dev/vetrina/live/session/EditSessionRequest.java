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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "EditSession")
record EditSessionRequest(
        @NotBlank @Size(max = 200) @Schema(examples = "On Trend: knitwear")
        String title,

        @NotNull
        @Size(min = 1, max = 50)
        @Schema(description = "ISO 3166 codes of the markets it is to be shown in", examples = "[\"GB\"]")
        List<@NotNull @Pattern(regexp = "[A-Z]{2}") String> markets,

        @Schema(
                description = "Required once the session is scheduled; a new one is not in the past",
                examples = "2030-03-01T20:00:00Z")
        @Nullable
        Instant startsAt,

        @Schema(description = "What it was if absent") @Nullable
        Visibility visibility,

        @Size(max = 64)
        @Schema(
                description = "IANA name of the zone in which the start is spoken of; what it was if absent",
                examples = "Europe/London")
        @Nullable
        String timeZone,

        @Min(1) @Max(1440) @Schema(description = "How long it is meant to be", examples = "60") @Nullable
        Integer plannedMinutes,

        @Valid @Nullable Presentation presentation) {
    Announcement announcement(Announcement before) {
        return Announcement.of(
                title,
                markets,
                Objects.requireNonNullElse(visibility, before.visibility()),
                Objects.requireNonNullElse(timeZone, before.timeZone()),
                plannedMinutes,
                presentation);
    }
}

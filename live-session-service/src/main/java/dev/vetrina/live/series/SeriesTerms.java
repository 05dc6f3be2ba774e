package dev.vetrina.live.series;

import dev.vetrina.live.session.Announcement;
import dev.vetrina.live.session.Presentation;
import dev.vetrina.live.session.Visibility;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a series is to be. */
@Schema(name = "SessionSeriesTerms")
record SeriesTerms(
        @NotBlank @Size(max = 200) @Schema(examples = "On Trend: knitwear")
        String title,

        @NotNull
        @Size(min = 1, max = 50)
        @Schema(description = "ISO 3166 codes of the markets it is to be shown in", examples = "[\"GB\"]")
        List<@NotNull @Pattern(regexp = "[A-Z]{2}") String> markets,

        @NotNull
        @Size(max = 64)
        @Schema(description = "IANA name of the zone whose clocks show the start", examples = "Europe/London")
        String timeZone,

        @NotNull
        @Schema(
                implementation = String.class,
                pattern = LOCAL_TIME,
                description =
                        "The first start, without an offset: the local time is the same on every day. One that the clocks"
                                + " leave out is moved on by what they leave out, of one that they show twice the first counts.",
                examples = "2030-03-01T20:00:00")
        LocalDateTime localStart,

        @NotNull
        @Size(min = 1, max = 200)
        @Schema(
                description =
                        "By RFC 5545, of FREQ (DAILY, WEEKLY, MONTHLY, YEARLY), INTERVAL, COUNT, UNTIL (a day), BYDAY,"
                                + " BYMONTHDAY, BYMONTH, BYSETPOS, WKST. The first start is on one of its days.",
                examples = "FREQ=WEEKLY;BYDAY=FR")
        String rule,

        @Schema(description = "PUBLIC if absent") @Nullable Visibility visibility,

        @Min(1) @Max(1440) @Schema(description = "How long each is meant to be", examples = "60") @Nullable
        Integer plannedMinutes,

        @Valid @Nullable Presentation presentation) {

    private static final String LOCAL_TIME = "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?";

    SeriesTerms {
        localStart = localStart == null ? localStart : localStart.truncatedTo(ChronoUnit.MINUTES);
    }

    Announcement announcement() {
        return Announcement.of(
                title,
                markets,
                Objects.requireNonNullElse(visibility, Visibility.PUBLIC),
                timeZone,
                plannedMinutes,
                presentation);
    }
}

package dev.vetrina.live.series;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "CancelSessionSeries")
record CancelSeriesRequest(
        @NotNull
        @Schema(description = "The first day that is cancelled, by the zone of the series", examples = "2030-03-08")
        LocalDate from) {}

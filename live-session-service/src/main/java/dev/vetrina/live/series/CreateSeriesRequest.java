package dev.vetrina.live.series;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "CreateSessionSeries")
record CreateSeriesRequest(
        @Schema(description = "The host. Creators may leave it out; operators name one.") @Nullable
        UUID creatorId,

        @NotNull @Valid SeriesTerms terms) {}

package dev.vetrina.catalog.market;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ChangeMarketStage")
record ChangeStageRequest(
        @NotNull Stage stage,

        @Schema(description = "At least 2 s ahead, which is also what it is if absent") @Nullable
        Instant effectiveAt) {}

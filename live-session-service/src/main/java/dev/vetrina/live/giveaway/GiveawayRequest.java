package dev.vetrina.live.giveaway;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "AnnounceGiveaway")
record GiveawayRequest(
        @NotBlank @Size(max = 200) @Schema(examples = "A jumper of your choice")
        String prize,

        @Schema(description = "How many entries win", examples = "3") @NotNull @Min(1) @Max(100)
        Integer winners,

        @Schema(
                description = "From when on viewers can enter: at once if absent, not in the past, at most a day ahead",
                examples = "2030-03-01T20:10:00Z")
        @Nullable
        Instant opensAt,

        @Schema(description = "How long viewers can enter", examples = "120") @NotNull @Min(10) @Max(3600)
        Integer entrySeconds,

        @Schema(description = "From the close until the draw; 10 if absent", examples = "10")
        @Min(0)
        @Max(300)
        @Nullable
        Integer drawSeconds) {}

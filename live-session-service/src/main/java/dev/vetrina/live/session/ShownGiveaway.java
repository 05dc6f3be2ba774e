package dev.vetrina.live.session;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ShownGiveaway", description = "A giveaway as viewers see it now")
public record ShownGiveaway(
        UUID giveawayId,

        @Schema(description = "ANNOUNCED until one can enter, OPEN, CLOSED until it is drawn", examples = "OPEN")
        String status,

        String prize,

        @Schema(description = "How many entries win, if there are so many")
        int winners,

        @Schema(description = "The rule of the draw", examples = "vetrina-draw-1")
        String scheme,

        @Schema(description = "SHA-256 of the seed, in hexadecimal digits")
        String commitment,

        Instant opensAt,

        @Schema(description = "Whoever comes at this moment or later is too late")
        Instant closesAt,

        Instant drawsAt,

        @Schema(description = "How many entered; null until it is closed") @Nullable
        Integer entries,

        @Schema(description = "In hexadecimal digits; null until it is closed") @Nullable
        String entriesHash) {}

package dev.vetrina.live.giveaway;

import dev.vetrina.kit.http.Identified;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "Giveaway",
        description =
                "A prize that is drawn among those who enter. To check a draw: `commitment` is the SHA-256 of the seed's bytes, as it"
                        + " was told before anybody could enter; `entriesHash` is the SHA-256 of a line `<entry id> <nonce>\\n` for"
                        + " each entry in the order of their ids; the winners are the entries with the lowest HMAC-SHA256 of"
                        + " `<entriesHash>:<entry id>`, with the seed's bytes as its key, compared as hexadecimal texts.")
record GiveawayView(
        UUID id,
        UUID sessionId,
        String prize,

        @Schema(description = "How many entries win, if there are so many")
        int winners,

        GiveawayStatus status,

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
        String entriesHash,

        @Schema(description = "32 bytes in hexadecimal digits; null until it is drawn") @Nullable
        String seed,

        @Schema(description = "The first winner first; empty until it is drawn")
        List<UUID> winningEntryIds,

        Instant createdAt)
        implements Identified {

    static GiveawayView of(Giveaway giveaway) {
        Giveaway.Times times = giveaway.times();
        return new GiveawayView(
                giveaway.id(),
                giveaway.sessionId(),
                giveaway.prize(),
                giveaway.winners(),
                giveaway.status(),
                Draw.SCHEME,
                giveaway.commitment(),
                times.opensAt(),
                times.closesAt(),
                times.drawsAt(),
                giveaway.entries(),
                giveaway.entriesHash(),
                giveaway.revealedSeed(),
                giveaway.drawn(),
                giveaway.createdAt());
    }
}

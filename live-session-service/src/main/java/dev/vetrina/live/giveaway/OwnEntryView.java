package dev.vetrina.live.giveaway;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "OwnGiveawayEntry", description = "The caller's entry")
record OwnEntryView(
        UUID id,
        UUID giveawayId,
        String nonce,
        Instant enteredAt,

        @Schema(description = "Null until it is drawn") @Nullable
        Boolean won) {

    static OwnEntryView of(GiveawayEntry entry, Giveaway giveaway) {
        Boolean won =
                giveaway.status() == GiveawayStatus.DRAWN ? giveaway.drawn().contains(entry.id()) : null;
        return new OwnEntryView(entry.id(), entry.giveawayId(), entry.nonce(), entry.enteredAt(), won);
    }
}

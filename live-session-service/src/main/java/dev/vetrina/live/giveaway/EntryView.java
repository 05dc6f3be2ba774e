package dev.vetrina.live.giveaway;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "GiveawayEntry", description = "An entry as everybody sees it")
record EntryView(UUID id, String nonce, Instant enteredAt) {

    static EntryView of(GiveawayEntry entry) {
        return new EntryView(entry.id(), entry.nonce(), entry.enteredAt());
    }
}

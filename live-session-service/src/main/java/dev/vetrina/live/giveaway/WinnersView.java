package dev.vetrina.live.giveaway;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "GiveawayWinners", description = "Who is to get the prize, the first winner first")
record WinnersView(UUID giveawayId, List<Winner> winners) {

    @Schema(name = "GiveawayWinner")
    record Winner(
            UUID entryId,

            @Schema(description = "Pseudonymous: the subject of the customer's tokens")
            String customerId) {}
}

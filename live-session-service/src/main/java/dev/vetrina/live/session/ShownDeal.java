package dev.vetrina.live.session;

import dev.vetrina.events.Money;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ShownDeal", description = "A deal as the viewers of one market see it now")
public record ShownDeal(
        UUID dealId,
        UUID productId,
        UUID variantId,

        @Schema(description = "ARMED until it opens, OPEN or SOLD_OUT", examples = "OPEN")
        String status,

        Money price,

        @Schema(description = "The lowest price of the variant in this market during the 30 days before the deal")
        Money referencePrice,

        @Schema(description = "Units set aside for it") int quantity,

        @Schema(description = "Units that one customer may buy")
        int perBuyerLimit,

        @Schema(description = "The start of the countdown; null for a deal of which its length was not kept") @Nullable
        Instant countdownAt,

        @Schema(description = "The end of the countdown") Instant opensAt,
        Instant closesAt,

        @Schema(
                description =
                        "Since when its clock stands still; null while it runs. Both times are then not yet final")
        @Nullable
        Instant pausedAt) {}

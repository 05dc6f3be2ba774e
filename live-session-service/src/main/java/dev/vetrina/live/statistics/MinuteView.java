package dev.vetrina.live.statistics;

import dev.vetrina.events.Money;
import dev.vetrina.live.presence.Presence;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "SessionMinute",
        description = "What a session brought in one minute. A minute without anything is left out")
record MinuteView(
        Instant minute,

        @Schema(description = "The most open connections in one second; null if nobody reported any") @Nullable
        Integer viewersPeak,

        @Schema(description = "The sum of all viewers' time; null if nobody reported any") @Nullable
        Long watchSeconds,

        @Schema(description = "Orders placed in it") long ordersPlaced,

        @Schema(description = "Orders paid in it, whenever they were placed")
        long ordersPaid,

        @Schema(description = "Units of the orders paid") long units,

        @Schema(description = "Totals of the lines of the orders paid, without shipping, one for each currency")
        List<Money> gmv,

        @Schema(description = "Reactions of every kind") long reactions,

        @Schema(
                description =
                        "Messages written in the chat, whatever became of them; null where a market is asked for, since a chat is of all")
        @Nullable
        Long chatMessages,

        @Schema(description = "How often products were seen")
        long impressions,

        @Schema(description = "How often they were opened") long clicks) {

    /** The kit's cursor is an id. */
    UUID cursorId() {
        return new UUID(0, minute.getEpochSecond());
    }

    static MinuteView of(
            Instant minute,
            Presence.@Nullable Minute viewers,
            Sales sold,
            long reactions,
            @Nullable Long chatMessages,
            Looks looks) {
        return new MinuteView(
                minute,
                viewers == null ? null : viewers.peak(),
                viewers == null ? null : viewers.watchMillis() / 1000,
                sold.placed(),
                sold.paid(),
                sold.units(),
                sold.gmv(),
                reactions,
                chatMessages,
                looks.impressions(),
                looks.clicks());
    }
}

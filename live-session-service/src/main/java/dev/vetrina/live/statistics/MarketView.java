package dev.vetrina.live.statistics;

import dev.vetrina.events.Money;
import dev.vetrina.live.presence.Presence.Audience;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "SessionMarketFigures", description = "What a session brought in one market")
record MarketView(
        String market,

        @Schema(description = "Open connections to the feed; 0 in a final report")
        int viewersNow,

        @Schema(description = "The most open connections in one second")
        int viewersPeak,

        @Schema(description = "Distinct viewers; one who watched in two markets counts in both")
        long viewersUnique,

        @Schema(description = "The sum of all viewers' time")
        long watchSeconds,

        long ordersPlaced,
        long ordersPaid,
        long units,
        List<Money> gmv,

        @Schema(description = "Distinct customers with a paid order")
        long payingViewers,

        @Schema(description = "payingViewers / viewersUnique; null without viewers") @Nullable
        Double conversion,

        @Schema(description = "Reactions of those who said that they watch in it")
        long reactions,

        long impressions,
        long clicks) {

    static MarketView of(
            String market, int viewersNow, Audience audience, Sales sold, long customers, long reactions, Looks looks) {
        return new MarketView(
                market,
                viewersNow,
                audience.peak(),
                audience.unique(),
                audience.watchMillis() / 1000,
                sold.placed(),
                sold.paid(),
                sold.units(),
                sold.gmv(),
                customers,
                Ratio.of(customers, audience.unique()),
                reactions,
                looks.impressions(),
                looks.clicks());
    }
}

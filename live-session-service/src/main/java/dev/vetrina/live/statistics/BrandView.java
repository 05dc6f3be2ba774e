package dev.vetrina.live.statistics;

import dev.vetrina.events.Money;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "SessionBrandFigures", description = "What a session brought of one brand")
record BrandView(
        UUID brandId,
        long impressions,
        long clicks,

        @Schema(description = "clicks / impressions; null without impressions") @Nullable
        Double clickThroughRate,

        @Schema(
                description =
                        "Orders with something of the brand among what the session sold: one with several products once")
        long ordersPlaced,

        long ordersPaid,
        long units,
        List<Money> gmv,

        @Schema(description = "Distinct customers who paid for something of the brand")
        long payingViewers,

        @Schema(description = "ordersPaid / clicks, of all products; null without clicks") @Nullable
        Double conversion) {

    static BrandView of(UUID brandId, Looks looks, Sales sold, long customers) {
        return new BrandView(
                brandId,
                looks.impressions(),
                looks.clicks(),
                Ratio.of(looks.clicks(), looks.impressions()),
                sold.placed(),
                sold.paid(),
                sold.units(),
                sold.gmv(),
                customers,
                Ratio.of(sold.paid(), looks.clicks()));
    }
}

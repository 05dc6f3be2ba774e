package dev.vetrina.live.statistics;

import dev.vetrina.events.Money;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "SessionProductFigures", description = "What a session brought of one product")
record ProductView(
        UUID productId,

        @Schema(description = "Null if the product is not known here") @Nullable
        UUID brandId,

        long impressions,
        long clicks,

        @Schema(description = "clicks / impressions; null without impressions") @Nullable
        Double clickThroughRate,

        @Schema(description = "Orders with this product among what the session sold")
        long ordersPlaced,

        long ordersPaid,
        long units,
        List<Money> gmv,

        @Schema(description = "ordersPaid / clicks; null without clicks") @Nullable
        Double conversion) {

    static ProductView of(UUID productId, @Nullable UUID brandId, Looks looks, Sales sold) {
        return new ProductView(
                productId,
                brandId,
                looks.impressions(),
                looks.clicks(),
                Ratio.of(looks.clicks(), looks.impressions()),
                sold.placed(),
                sold.paid(),
                sold.units(),
                sold.gmv(),
                Ratio.of(sold.paid(), looks.clicks()));
    }
}

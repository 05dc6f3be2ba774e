package dev.vetrina.live.statistics;

import dev.vetrina.events.Money;
import dev.vetrina.live.presence.Presence.Audience;
import dev.vetrina.live.statistics.StatisticsAccess.Seat;
import dev.vetrina.live.statistics.StatisticsRepository.ProductSales;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "SessionStatistics", description = "What a session brought, since its beginning")
record StatisticsView(
        ReportStatus status,

        @Schema(description = "Open connections to the feed; 0 in a final report")
        int viewersNow,

        @Schema(description = "The most open connections in one second")
        int viewersPeak,

        @Schema(
                description =
                        "Distinct viewers until the session's end; one who watches without a ticket is a new one at each connection")
        long viewersUnique,

        @Schema(description = "The sum of all viewers' time")
        long watchSeconds,

        Orders orders,

        @Schema(description = "Units of paid orders") long units,

        @Schema(description = "Totals of the lines of paid orders, without shipping, one for each currency")
        List<Money> gmv,

        @Schema(description = "Distinct customers with a paid order")
        long payingViewers,

        @Schema(description = "payingViewers / viewersUnique; null without viewers") @Nullable
        Double conversion,

        @Schema(description = "What was sold of each product, in paid orders")
        List<Product> products,

        @Schema(description = "Reactions of each kind; one that nobody had is absent")
        Map<String, Long> reactions,

        @Schema(description = "How often products were seen")
        long impressions,

        @Schema(description = "How often they were opened") long clicks,

        Attribution attribution) {

    @Schema(name = "SessionOrders")
    record Orders(
            long placed,
            long paid,

            @Schema(description = "Refused payment attempts: an order may have several and be paid in the end")
            long declined,

            @Schema(description = "Before they were paid: one that is cancelled afterwards counts as paid")
            long cancelled,

            long expired) {}

    @Schema(name = "SessionProduct")
    record Product(UUID productId, long units, List<Money> gmv) {}

    static StatisticsView of(
            Seat seat,
            int viewersNow,
            Audience audience,
            OrderTally tally,
            List<Money> gmv,
            long buyers,
            List<ProductSales> sales,
            Map<String, Long> reactions,
            Looks looks) {
        return new StatisticsView(
                seat.status(),
                viewersNow,
                audience.peak(),
                audience.unique(),
                audience.watchMillis() / 1000,
                new Orders(tally.placed(), tally.paid(), tally.declined(), tally.cancelled(), tally.expired()),
                tally.units(),
                gmv,
                buyers,
                Ratio.of(buyers, audience.unique()),
                products(sales),
                reactions,
                looks.impressions(),
                looks.clicks(),
                seat.attribution());
    }

    private static List<Product> products(List<ProductSales> sales) {
        Map<UUID, List<ProductSales>> byProduct = sales.stream()
                .collect(Collectors.groupingBy(ProductSales::productId, LinkedHashMap::new, Collectors.toList()));
        return byProduct.entrySet().stream()
                .map(entry -> new Product(
                        entry.getKey(),
                        entry.getValue().stream().mapToLong(ProductSales::units).sum(),
                        entry.getValue().stream().map(ProductSales::amount).toList()))
                .toList();
    }
}

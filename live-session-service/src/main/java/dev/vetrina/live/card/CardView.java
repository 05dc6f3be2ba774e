package dev.vetrina.live.card;

import dev.vetrina.events.Money;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Card", description = "A product of a lineup, as viewers of one market see it now")
public record CardView(
        UUID productId,
        UUID brandId,
        String title,
        @Nullable String imageUrl,

        @Schema(
                description =
                        "False while it has no price in this market or was withdrawn, its brand is suspended or the market is not open: it cannot be bought")
        boolean listed,

        @Schema(
                description =
                        "Whether its brand sells it in this market at all. Only who works on the session is shown what is not offered.")
        boolean offered,

        @Schema(description = "The lowest price of its variants") @Nullable
        Money priceFrom,

        @Schema(description = "Whether every variant is sold out")
        boolean soldOut,

        List<VariantView> variants) {

    static CardView of(
            UUID productId,
            UUID brandId,
            String title,
            @Nullable String imageUrl,
            boolean offered,
            List<VariantView> variants) {
        Money priceFrom = variants.stream()
                .map(VariantView::price)
                .filter(Objects::nonNull)
                .min(Comparator.comparingLong(Money::amount))
                .orElse(null);
        boolean soldOut = variants.stream().allMatch(VariantView::soldOut);
        return new CardView(
                productId, brandId, title, imageUrl, priceFrom != null, offered, priceFrom, soldOut, variants);
    }

    @Schema(name = "CardVariant")
    public record VariantView(
            UUID variantId,
            String title,
            Map<String, String> options,

            @Schema(description = "The price in force; null where it has none") @Nullable
            Money price,

            @Schema(description = "Whether nothing of it is available")
            boolean soldOut) {}
}

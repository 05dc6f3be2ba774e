package dev.vetrina.live.deal;

import dev.vetrina.events.LiveEvent.DealPrice;
import dev.vetrina.events.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "RequestDeal")
record DealRequest(
        @Schema(description = "Of a product of the lineup") @NotNull
        UUID variantId,

        @Schema(description = "What a unit costs in each market in which it is offered, each market once")
        @NotNull
        @Size(min = 1, max = 50)
        List<@NotNull @Valid PriceIn> prices,

        @Schema(description = "Units to set aside for it", examples = "100") @NotNull @Min(1) @Max(100_000)
        Integer quantity,

        @Schema(description = "Units that one customer may buy", examples = "2") @NotNull @Min(1) @Max(99)
        Integer perBuyerLimit,

        @Schema(description = "From the start until it opens", examples = "60") @NotNull @Min(10) @Max(300)
        Integer countdownSeconds,

        @Schema(description = "How long it stays open", examples = "300") @NotNull @Min(60) @Max(1200)
        Integer durationSeconds,

        @Schema(
                description = "The start of the countdown: at once if absent, not in the past, at most a day ahead",
                examples = "2030-03-01T20:10:00Z")
        @Nullable
        Instant startsAt) {

    private static final long LARGEST_AMOUNT = 1_000_000_000_000L;

    @Schema(name = "RequestDealPrice")
    record PriceIn(
            @Schema(description = "ISO 3166 code of a market of the session", examples = "GB")
            @NotNull
            @Pattern(regexp = "[A-Z]{2}", message = "must be an ISO 3166 code such as GB")
            String market,

            @NotNull @Valid Amount price) {}

    @Schema(name = "RequestDealAmount")
    record Amount(
            @Schema(description = "In minor units by ISO 4217 exponent", examples = "1499")
            @NotNull
            @Positive
            @Max(LARGEST_AMOUNT)
            Long amount,

            @Schema(description = "The market's currency", examples = "GBP")
            @NotNull
            @Pattern(regexp = "[A-Z]{3}", message = "must be an ISO 4217 code")
            String currency) {}

    /** Only once the currencies are known to be those of the markets. */
    List<DealPrice> dealPrices() {
        return prices.stream()
                .map(given -> new DealPrice(
                        given.market(),
                        new Money(given.price().amount(), given.price().currency())))
                .toList();
    }
}

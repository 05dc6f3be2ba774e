package dev.vetrina.order.deal;

import dev.vetrina.events.Money;
import dev.vetrina.kit.http.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "DealInSale",
        description =
                "A deal as buyers see it. How many units it has, and what became of them, is shown to the brand and to operators.")
record DealView(
        UUID id,
        long version,
        UUID sessionId,
        UUID variantId,
        UUID brandId,

        @Schema(description = "SOLD_OUT is open again when a unit comes back")
        State status,

        List<Price> prices,

        @Schema(description = "Units that one customer may buy")
        int perBuyerLimit,

        @Schema(description = "The end of the countdown") Instant opensAt,

        @Schema(description = "Purchases received up to 3 s later still count")
        Instant closesAt,

        @Schema(description = "Since when its clock stands still; absent while it runs") @Nullable
        Instant pausedAt,

        @Schema(description = "Absent for everybody but the brand and operators") @Nullable
        Units units)
        implements Versioned {

    @Schema(name = "DealInSaleState")
    enum State {
        ARMED,
        OPEN,
        SOLD_OUT,
        CLOSED
    }

    @Schema(name = "DealPriceInSale")
    record Price(
            String market,
            Money price,

            @Schema(description = "The lowest price of the 30 days before")
            Money referencePrice) {}

    @Schema(name = "DealUnits", description = "What of its units is left, unpaid and sold, and where they came from")
    record Units(int quantity, long available, long held, long sold, String sourcePool) {}

    static DealView of(Deal deal, @Nullable Units units) {
        DealHours hours = deal.hours();
        return new DealView(
                deal.id(),
                deal.version(),
                deal.sessionId(),
                deal.terms().variantId(),
                deal.terms().brandId(),
                state(deal),
                deal.terms().prices().stream()
                        .map(price -> new Price(price.market(), price.price(), price.referencePrice()))
                        .toList(),
                deal.terms().perBuyerLimit(),
                hours.opensAt(),
                hours.closesAt(),
                hours.pausedAt(),
                units);
    }

    private static State state(Deal deal) {
        return switch (deal.status()) {
            case ARMED -> State.ARMED;
            case OPEN -> deal.soldOut() ? State.SOLD_OUT : State.OPEN;
            case CLOSED -> State.CLOSED;
            case REJECTED, WITHDRAWN -> throw new IllegalArgumentException("never armed: " + deal.id());
        };
    }
}

package dev.vetrina.live.deal;

import dev.vetrina.events.DealEvent.AllowedDeal;
import dev.vetrina.events.DealEvent.DealArmed;
import dev.vetrina.events.DealEvent.DealClosed;
import dev.vetrina.events.DealEvent.DealEnd;
import dev.vetrina.events.DealEvent.DealRejected;
import dev.vetrina.events.DealEvent.DealRejection;
import dev.vetrina.events.LiveEvent.DealRequested;
import dev.vetrina.events.Money;
import dev.vetrina.kit.http.Identified;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "Deal",
        description = "An offer at a reduced price, for a time and while units last, during a live session")
record DealView(
        UUID id,
        UUID sessionId,
        UUID productId,
        UUID variantId,
        DealStatus status,
        List<Price> prices,

        @Schema(description = "Units set aside for it, or to be")
        int quantity,

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
        Instant pausedAt,

        Instant requestedAt,

        @Schema(description = "When its host took it back; the status follows shortly") @Nullable
        Instant withdrawnAt,

        @Schema(description = "Why it was rejected; told to its host and operators only") @Nullable
        Rejection rejection,

        @Schema(description = "How it ended; told to its host and operators only") @Nullable
        Ending ending)
        implements Identified {

    @Schema(name = "DealPrice")
    record Price(
            String market,
            Money price,

            @Schema(
                    description =
                            "The lowest price of the variant in this market during the 30 days before; null until it is armed")
            @Nullable
            Money referencePrice) {}

    @Schema(name = "RejectedDeal")
    record Rejection(
            DealRejection reason,

            @Schema(description = "The reason in words") String detail,

            @Schema(
                    description =
                            "What would keep the rule that was broken; null where nothing would, such as too late")
            @Nullable
            Allowed allowed,

            Instant rejectedAt) {

        static Rejection of(DealRejected event) {
            return new Rejection(event.reason(), event.detail(), Allowed.of(event.allowed()), event.rejectedAt());
        }
    }

    @Schema(name = "AllowedDeal", description = "Ask again within these bounds; what is null is not bound by the rule")
    record Allowed(
            @Schema(description = "In which the prices hold") @Nullable
            String market,

            @Nullable Money lowestPrice,
            @Nullable Money highestPrice,

            @Schema(description = "The most units") @Nullable
            Long quantity) {

        static @Nullable Allowed of(@Nullable AllowedDeal told) {
            return told == null
                    ? null
                    : new Allowed(told.market(), told.lowestPrice(), told.highestPrice(), told.quantity());
        }
    }

    @Schema(name = "DealEnding")
    record Ending(
            DealEnd reason,

            @Schema(description = "Units sold") long sold,

            @Schema(description = "Units in unpaid orders then")
            long held,

            @Schema(description = "Units on sale again at the usual price")
            long returned,

            Instant closedAt) {

        static Ending of(DealClosed event) {
            return new Ending(event.reason(), event.sold(), event.held(), event.returned(), event.closedAt());
        }
    }

    static DealView forHost(Deal deal) {
        return of(
                deal,
                deal.rejection().map(Rejection::of).orElse(null),
                deal.end().map(Ending::of).orElse(null));
    }

    static DealView forViewers(Deal deal) {
        return of(deal, null, null);
    }

    private static DealView of(Deal deal, @Nullable Rejection rejection, @Nullable Ending ending) {
        DealRequested request = deal.request();
        Optional<DealArmed> terms = deal.terms();
        Instant opensAt = terms.map(DealArmed::opensAt).orElse(request.opensAt());
        return new DealView(
                deal.id(),
                deal.sessionId(),
                deal.productId(),
                request.variantId(),
                deal.status(),
                terms.map(DealView::prices).orElseGet(() -> prices(request)),
                terms.map(DealArmed::quantity).orElse(request.quantity()),
                terms.map(DealArmed::perBuyerLimit).orElse(request.perBuyerLimit()),
                deal.countdownAt(opensAt),
                opensAt,
                terms.map(DealArmed::closesAt)
                        .orElseGet(() -> request.opensAt().plusSeconds(request.durationSeconds())),
                terms.map(DealArmed::pausedAt).orElse(null),
                request.requestedAt(),
                deal.withdrawnAt(),
                rejection,
                ending);
    }

    private static List<Price> prices(DealArmed terms) {
        return terms.prices().stream()
                .map(price -> new Price(price.market(), price.price(), price.referencePrice()))
                .toList();
    }

    private static List<Price> prices(DealRequested request) {
        return request.prices().stream()
                .map(price -> new Price(price.market(), price.price(), null))
                .toList();
    }
}

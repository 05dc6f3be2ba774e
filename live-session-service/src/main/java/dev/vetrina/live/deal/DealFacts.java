package dev.vetrina.live.deal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vetrina.events.DealEvent;
import dev.vetrina.events.DealEvent.DealArmed;
import dev.vetrina.events.DealEvent.DealClosed;
import dev.vetrina.events.DealEvent.DealEnd;
import dev.vetrina.events.DealEvent.DealOpened;
import dev.vetrina.events.DealEvent.DealRejected;
import dev.vetrina.events.DealEvent.DealReopened;
import dev.vetrina.events.DealEvent.DealSoldOut;
import dev.vetrina.events.DealEvent.ReducedPrice;
import dev.vetrina.events.Money;
import dev.vetrina.live.timeline.FactKind;
import dev.vetrina.live.timeline.FactLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What of a deal becomes a fact, and with which data. */
@ApplicationScoped
class DealFacts {

    private final FactLog log;
    private final ObjectMapper json;

    DealFacts(FactLog log, ObjectMapper json) {
        this.log = log;
        this.json = json;
    }

    void record(Deal deal, DealEvent event) {
        UUID id = event.dealId();
        switch (event) {
            case DealArmed terms -> record(terms, FactKind.DEAL_ARMED, Armed.of(deal, terms));
            case DealOpened opened ->
                record(event, FactKind.DEAL_OPENED, new Opened(id, opened.variantId(), opened.openedAt()));
            case DealSoldOut soldOut ->
                record(event, FactKind.DEAL_SOLD_OUT, new SoldOut(id, soldOut.variantId(), soldOut.soldOutAt()));
            case DealReopened reopened ->
                record(
                        event,
                        FactKind.DEAL_REOPENED,
                        new Reopened(id, reopened.variantId(), reopened.available(), reopened.reopenedAt()));
            case DealClosed closed ->
                record(
                        event,
                        FactKind.DEAL_CLOSED,
                        new Closed(id, closed.variantId(), closed.reason(), closed.closedAt()));
            case DealRejected _ -> {
                // Viewers never saw it.
            }
        }
    }

    private void record(DealEvent event, FactKind kind, Record data) {
        log.record(event.sessionId(), kind, json.valueToTree(data));
    }

    /** A market in which it is not offered has no price. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Armed(
            UUID dealId,
            UUID productId,
            UUID variantId,
            int quantity,
            int perBuyerLimit,
            @Nullable Instant countdownAt,
            Instant opensAt,
            Instant closesAt,
            @Nullable Instant pausedAt,
            Map<String, Reduced> markets) {

        static Armed of(Deal deal, DealArmed terms) {
            return new Armed(
                    terms.dealId(),
                    deal.productId(),
                    terms.variantId(),
                    terms.quantity(),
                    terms.perBuyerLimit(),
                    deal.countdownAt(terms.opensAt()),
                    terms.opensAt(),
                    terms.closesAt(),
                    terms.pausedAt(),
                    terms.prices().stream().collect(Collectors.toMap(ReducedPrice::market, Reduced::of)));
        }
    }

    private record Reduced(Money price, Money referencePrice) {
        static Reduced of(ReducedPrice price) {
            return new Reduced(price.price(), price.referencePrice());
        }
    }

    private record Opened(UUID dealId, UUID variantId, Instant openedAt) {}

    private record SoldOut(UUID dealId, UUID variantId, Instant soldOutAt) {}

    private record Reopened(UUID dealId, UUID variantId, long available, Instant reopenedAt) {}

    private record Closed(UUID dealId, UUID variantId, DealEnd reason, Instant closedAt) {}
}

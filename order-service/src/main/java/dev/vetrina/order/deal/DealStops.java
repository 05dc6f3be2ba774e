package dev.vetrina.order.deal;

import static dev.vetrina.order.salesstop.ActiveStops.SALES_STOPS;

import dev.vetrina.events.DealEvent.DealRejection;
import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.commit.Needs;
import dev.vetrina.order.salesstop.ActiveStops;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The sales stops that concern a deal.
 *
 * @param brandId null if the variant is not known
 */
record DealStops(UUID variantId, @Nullable UUID brandId, UUID sessionId, List<String> markets) {

    static DealStops of(Deal deal) {
        DealTerms terms = deal.terms();
        List<String> markets = terms.prices().stream().map(MarketPrice::market).toList();
        return new DealStops(terms.variantId(), terms.brandId(), deal.sessionId(), markets);
    }

    void need(Needs needs) {
        needs.add(SALES_STOPS, ActiveStops.variant(variantId));
        needs.add(SALES_STOPS, ActiveStops.session(sessionId));
        if (brandId != null) {
            needs.add(SALES_STOPS, ActiveStops.brand(brandId));
        }
        markets.forEach(market -> needs.add(SALES_STOPS, ActiveStops.market(market)));
    }

    /** Whether nobody can buy under it now. One that still sells in one of its markets runs on for that one. */
    boolean end(Batch batch) {
        return ofGoods(batch).isPresent()
                || ofShow(batch).isPresent()
                || markets.stream().allMatch(market -> ofMarket(batch, market).isPresent());
    }

    /** A deal is not armed while it could not be bought in every market for which it is asked. */
    Optional<Refusal> broken(Batch batch) {
        return ofGoods(batch)
                .map(stop -> refusal(DealRejection.NOT_FOR_SALE, stop))
                .or(() -> ofShow(batch).map(stop -> refusal(DealRejection.SESSION_NOT_SELLING, stop)))
                .or(() -> markets.stream()
                        .flatMap(market -> ofMarket(batch, market).stream())
                        .findFirst()
                        .map(stop -> refusal(DealRejection.MARKET_CLOSED, stop)));
    }

    private static Refusal refusal(DealRejection reason, ActiveStops.Stop stop) {
        return new Refusal(reason, "Sales are stopped: " + stop.reason());
    }

    private Optional<ActiveStops.Stop> ofGoods(Batch batch) {
        return batch.find(SALES_STOPS, ActiveStops.variant(variantId))
                .or(() -> Optional.ofNullable(brandId).flatMap(id -> batch.find(SALES_STOPS, ActiveStops.brand(id))));
    }

    private Optional<ActiveStops.Stop> ofShow(Batch batch) {
        return batch.find(SALES_STOPS, ActiveStops.session(sessionId));
    }

    private static Optional<ActiveStops.Stop> ofMarket(Batch batch, String market) {
        return batch.find(SALES_STOPS, ActiveStops.market(market));
    }
}

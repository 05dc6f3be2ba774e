package dev.vetrina.order.deal;

import static java.util.Objects.requireNonNull;

import dev.vetrina.events.LiveEvent.DealPrice;
import dev.vetrina.events.LiveEvent.DealRequested;
import dev.vetrina.events.Money;
import dev.vetrina.order.offer.Offer;
import dev.vetrina.order.stock.StockLevel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A deal that is asked for, with what is known about its goods, markets and show without a lock.
 *
 * @param offer null if the variant is not known
 * @param listPrices the price in force in each market in which the variant is sold
 * @param lowestPrices the lowest price of the 30 days before the request, in the same markets
 * @param openMarkets of those that it names
 */
record DealProposal(
        DealRequested request,
        @Nullable Offer offer,
        Map<String, Money> listPrices,
        Map<String, Money> lowestPrices,
        Set<String> openMarkets,
        Optional<DealSession> session) {

    List<String> markets() {
        return request.prices().stream().map(DealPrice::market).toList();
    }

    /** The clock of a show that is paused does not run. */
    DealHours hours() {
        return new DealHours(
                request.opensAt(),
                request.opensAt().plusSeconds(request.durationSeconds()),
                session.flatMap(DealSession::pausedSince)
                        .map(this::notBeforeTheRequest)
                        .orElse(null));
    }

    /** The state of the show from which the hours follow. */
    long sessionSequence() {
        return session.map(DealSession::sequence).orElse(0L);
    }

    private Instant notBeforeTheRequest(Instant pausedAt) {
        return pausedAt.isBefore(request.requestedAt()) ? request.requestedAt() : pausedAt;
    }

    /** @param source the pool from which the units will be taken */
    DealTerms terms(StockLevel source) {
        return new DealTerms(
                request.variantId(),
                source.brandId(),
                request.prices().stream().map(this::price).toList(),
                request.quantity(),
                request.perBuyerLimit(),
                source.pool());
    }

    private MarketPrice price(DealPrice asked) {
        return new MarketPrice(
                asked.market(),
                asked.price(),
                requireNonNull(lowestPrices.get(asked.market())),
                requireNonNull(listPrices.get(asked.market())));
    }
}

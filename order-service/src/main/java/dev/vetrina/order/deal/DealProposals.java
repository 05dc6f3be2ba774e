package dev.vetrina.order.deal;

import dev.vetrina.events.LiveEvent.DealPrice;
import dev.vetrina.events.LiveEvent.DealRequested;
import dev.vetrina.events.Money;
import dev.vetrina.order.offer.Offer;
import dev.vetrina.order.offer.Offers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gathers what is known about a deal that is asked for. */
@ApplicationScoped
class DealProposals {

    private static final Duration PRICE_HISTORY = Duration.ofDays(30);

    private final Offers offers;
    private final DealSessions sessions;
    private final Clock clock;

    DealProposals(Offers offers, DealSessions sessions, Clock clock) {
        this.offers = offers;
        this.sessions = sessions;
        this.clock = clock;
    }

    DealProposal of(DealRequested request) {
        Instant now = clock.instant();
        Map<String, Money> listPrices = new HashMap<>();
        Map<String, Money> lowestPrices = new HashMap<>();
        Set<String> openMarkets = new HashSet<>();
        Offer offer = offers.find(request.variantId()).orElse(null);
        for (DealPrice asked : request.prices()) {
            String market = asked.market();
            offers.market(market).filter(known -> known.openAt(now)).ifPresent(_ -> openMarkets.add(market));
            Optional.ofNullable(offer)
                    .flatMap(known -> known.priceIn(market, now))
                    .ifPresent(price -> {
                        listPrices.put(market, price);
                        lowestPrices.put(market, lowest(request, market, price));
                    });
        }
        return new DealProposal(
                request, offer, listPrices, lowestPrices, openMarkets, sessions.find(request.sessionId()));
    }

    private Money lowest(DealRequested request, String market, Money current) {
        Instant asked = request.requestedAt();
        return offers.lowestPrice(request.variantId(), market, asked.minus(PRICE_HISTORY), asked)
                .filter(lowest -> lowest.currency().equals(current.currency()))
                .filter(lowest -> lowest.amount() < current.amount())
                .orElse(current);
    }
}

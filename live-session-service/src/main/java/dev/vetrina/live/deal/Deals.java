package dev.vetrina.live.deal;

import dev.vetrina.events.DealEvent.DealArmed;
import dev.vetrina.live.session.ShownDeal;
import dev.vetrina.live.session.ShownDeals;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What is read of deals. One that was never armed is its host's and the operators' to see. */
@ApplicationScoped
class Deals implements ShownDeals {

    private final DealRepository deals;

    Deals(DealRepository deals) {
        this.deals = deals;
    }

    /** Runs in the transaction that reads the session. */
    @Override
    public List<ShownDeal> runningIn(UUID sessionId, String market) {
        return deals.running(sessionId).stream()
                .flatMap(deal -> deal.terms().stream().flatMap(terms -> shown(deal, terms, market)))
                .toList();
    }

    private static Stream<ShownDeal> shown(Deal deal, DealArmed terms, String market) {
        return terms.prices().stream()
                .filter(price -> price.market().equals(market))
                .map(price -> new ShownDeal(
                        deal.id(),
                        deal.productId(),
                        terms.variantId(),
                        deal.status().name(),
                        price.price(),
                        price.referencePrice(),
                        terms.quantity(),
                        terms.perBuyerLimit(),
                        deal.countdownAt(terms.opensAt()),
                        terms.opensAt(),
                        terms.closesAt(),
                        terms.pausedAt()));
    }
}

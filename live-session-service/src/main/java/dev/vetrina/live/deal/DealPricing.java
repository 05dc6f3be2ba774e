package dev.vetrina.live.deal;

import dev.vetrina.events.LiveEvent.DealPrice;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.problem.Violation;
import dev.vetrina.live.card.Markets;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * In which markets a deal can be offered: those in which the session is shown, each at one price in its own currency.
 * Whether the price is a good one, order-service decides.
 */
@ApplicationScoped
class DealPricing {

    private final Markets markets;

    DealPricing(Markets markets) {
        this.markets = markets;
    }

    /** @throws ProblemException 422 {@code invalid-input} with every price that breaks a rule */
    List<DealPrice> check(DealRequest request, List<String> shownIn) {
        List<Violation> violations = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (int i = 0; i < request.prices().size(); i++) {
            DealRequest.PriceIn given = request.prices().get(i);
            String path = "prices[" + i + "].";
            if (!shownIn.contains(given.market())) {
                violations.add(new Violation(path + "market", "must be a market of the session"));
            } else if (!named.add(given.market())) {
                violations.add(new Violation(path + "market", "must not be named twice"));
            } else if (!given.price().currency().equals(markets.currency(given.market()))) {
                violations.add(new Violation(path + "price.currency", "must be the currency of the market"));
            }
        }
        if (!violations.isEmpty()) {
            throw ProblemException.invalid(violations);
        }
        return request.dealPrices();
    }
}

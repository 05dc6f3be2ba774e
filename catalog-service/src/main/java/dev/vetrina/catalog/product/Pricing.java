package dev.vetrina.catalog.product;

import dev.vetrina.catalog.market.MarketTerms;
import dev.vetrina.events.Money;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.problem.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of prices. */
final class Pricing {

    /** How far ahead a price that buyers see is changed, so that checkout and every screen switch together. */
    static final Duration NOTICE = Duration.ofSeconds(2);

    private Pricing() {}

    /** Which rules the initial prices of the variants break. */
    static List<Violation> violations(List<NewVariant> variants, Map<String, MarketTerms> markets) {
        List<Violation> violations = new ArrayList<>();
        for (int v = 0; v < variants.size(); v++) {
            Set<String> seen = new HashSet<>();
            List<InitialPrice> prices = variants.get(v).initialPrices();
            for (int p = 0; p < prices.size(); p++) {
                InitialPrice price = prices.get(p);
                String field = "variants[" + v + "].prices[" + p + "]";
                violation(field, price, markets).ifPresent(violations::add);
                if (!seen.add(price.market())) {
                    violations.add(new Violation(field + ".market", "must be named once"));
                }
            }
        }
        return violations;
    }

    private static Optional<Violation> violation(String field, InitialPrice price, Map<String, MarketTerms> markets) {
        MarketTerms terms = markets.get(price.market());
        if (terms == null) {
            return Optional.of(new Violation(field + ".market", "is not a market"));
        }
        return terms.currency().equals(price.price().currency())
                ? Optional.empty()
                : Optional.of(new Violation(field + ".price.currency", "must be " + terms.currency()));
    }

    /**
     * The entry for the price history. What is announced for later stays announced.
     *
     * @param at when it takes effect; null for as soon as allowed
     * @return the entry, or empty if that is the price already
     * @throws ProblemException 422 if the time is too soon
     */
    static Optional<Price> change(
            Product product,
            Variant variant,
            String market,
            Money price,
            @Nullable Instant at,
            PriceList list,
            Instant now) {
        boolean noticed =
                product.onSale() && list.inForce(variant.id(), market, now).isPresent();
        Instant soonest = noticed ? now.plus(NOTICE) : now;
        Optional<Price> expected = list.inForce(variant.id(), market, soonest);
        if (at == null && expected.filter(known -> known.money().equals(price)).isPresent()) {
            return Optional.empty();
        }
        if (at != null && at.isBefore(soonest)) {
            throw ProblemException.invalid(
                    "effectiveAt", noticed ? "must be at least 2 seconds ahead" : "must not be in the past");
        }
        return Optional.of(new Price(Ids.next(), variant, market, price, at != null ? at : soonest, now));
    }
}

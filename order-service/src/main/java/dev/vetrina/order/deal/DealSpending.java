package dev.vetrina.order.deal;

import java.time.Instant;
import java.util.Map;

/**
 * What a deal costs its brand.
 *
 * @param taken units held or sold, by market: what counts once it is over. Until then all of its units may be bought in any market
 */
record DealSpending(DealTerms terms, Instant opensAt, boolean over, Map<String, Long> taken) {

    /** At worst, in minor units. */
    long in(GuardrailDocument.Budget budget) {
        return terms.in(budget.market())
                .filter(price -> budget.concerns(price.market(), opensAt)
                        && price.price().currency().equals(budget.amount().currency()))
                .map(price ->
                        terms.discountIn(price.market(), units(price.market())).amount())
                .orElse(0L);
    }

    private long units(String market) {
        return over ? taken.getOrDefault(market, 0L) : terms.quantity();
    }
}

package dev.vetrina.order.basket;

import dev.vetrina.events.CatalogEvent.TaxTreatment;
import java.util.List;
import java.util.Set;

/** The tax of several prices: rounded once per rate for all of them together, then allocated to each. */
final class Taxes {

    private Taxes() {}

    static long[] of(TaxTreatment treatment, long[] prices, List<TaxRate> rates) {
        long[] taxes = new long[prices.length];
        for (TaxRate rate : Set.copyOf(rates)) {
            long[] taxed = new long[prices.length];
            long sum = 0;
            for (int i = 0; i < prices.length; i++) {
                if (rates.get(i).equals(rate)) {
                    taxed[i] = prices[i];
                    sum = Math.addExact(sum, prices[i]);
                }
            }
            long[] shares = LargestRemainder.allocate(tax(treatment, rate, sum), taxed);
            for (int i = 0; i < shares.length; i++) {
                taxes[i] += shares[i];
            }
        }
        return taxes;
    }

    private static long tax(TaxTreatment treatment, TaxRate rate, long price) {
        return switch (treatment) {
            case INCLUSIVE -> rate.containedIn(price);
            case EXCLUSIVE -> rate.onTopOf(price);
        };
    }
}

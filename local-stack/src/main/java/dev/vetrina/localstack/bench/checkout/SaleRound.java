package dev.vetrina.localstack.bench.checkout;

import dev.vetrina.localstack.demo.Percentiles;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One sale.
 *
 * @param kind what was sold and how, such as {@code hot}
 * @param buyers how many connections there were
 */
record SaleRound(String kind, int buyers, List<Purchase> purchases) {

    /**
     * Orders placed and paid a second, from the first press until the last order was paid: those who come when everything is
     * sold take no part in it.
     */
    double ordersPerSecond() {
        long last = purchases.stream()
                .filter(Purchase::isPaid)
                .mapToLong(Purchase::endedNanos)
                .max()
                .orElse(0);
        return last == 0 ? 0 : paid() * 1e9 / last;
    }

    long paid() {
        return purchases.stream().filter(Purchase::isPaid).count();
    }

    /** Of those that were paid. */
    Percentiles latencies() {
        return new Percentiles(purchases.stream()
                .filter(Purchase::isPaid)
                .map(purchase -> Duration.ofNanos(purchase.tookNanos()))
                .toList());
    }

    Map<String, Long> answers() {
        return answers(List.of(this));
    }

    static Map<String, Long> answers(List<SaleRound> rounds) {
        return rounds.stream()
                .flatMap(round -> round.purchases().stream())
                .collect(Collectors.groupingBy(Purchase::answer, TreeMap::new, Collectors.counting()));
    }
}

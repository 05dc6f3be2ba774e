package dev.vetrina.localstack.bench.siege;

import dev.vetrina.localstack.bench.BenchmarkResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rounds as a table and as figures. A request of the other client that fails is harm. */
record SiegeReport(List<SiegeRound> rounds) {

    BenchmarkResult result() {
        List<String> harm = rounds.stream()
                .filter(round -> round.failed() > 0)
                .map(round -> "Beside " + round.attack().label() + " " + round.failed()
                        + " requests of another client failed.")
                .toList();
        return new BenchmarkResult(table(), figures(), List.of(), harm);
    }

    private String table() {
        StringBuilder table = new StringBuilder(String.format(
                "  %-12s %8s %8s %8s %8s %8s %10s%n",
                "", "p50 ms", "p99 ms", "opened", "closed", "failed", "gateway MB"));
        for (SiegeRound round : rounds) {
            table.append(String.format(
                    Locale.ROOT,
                    "  %-12s %8.1f %8.1f %8d %8d %8d %10.0f%n",
                    round.attack().label(),
                    round.latencies().millis(0.50),
                    round.latencies().millis(0.99),
                    round.opened(),
                    round.lost(),
                    round.failed(),
                    round.gatewayMegabytes()));
        }
        return table.toString();
    }

    private Map<String, @Nullable Object> figures() {
        Map<String, @Nullable Object> figures = new LinkedHashMap<>();
        figures.put("benchmark", "siege");
        for (SiegeRound round : rounds) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("millisP50", tenths(round.latencies().millis(0.50)));
            one.put("millisP99", tenths(round.latencies().millis(0.99)));
            one.put("opened", round.opened());
            one.put("closed", round.lost());
            one.put("failed", round.failed());
            one.put("gatewayMegabytes", Math.round(round.gatewayMegabytes()));
            figures.put(round.attack().label(), one);
        }
        return figures;
    }

    private static double tenths(double value) {
        return Math.round(10 * value) / 10.0;
    }
}

package dev.vetrina.localstack.bench.siege;

import dev.vetrina.localstack.bench.BenchmarkResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The rounds as a table and as figures. Harm is what the other client or the gateway's memory suffers, against the round in
 * which nobody attacks; a siege that was not laid is a flaw.
 */
record SiegeReport(List<SiegeRound> rounds) {

    private static final int SLOWER_AT_MOST = 5;
    private static final double UNNOTICED_MILLIS = 50;
    private static final int MORE_MEGABYTES_AT_MOST = 128;

    BenchmarkResult result() {
        List<String> harm = new ArrayList<>();
        rounds.forEach(round -> judge(round, harm));
        return new BenchmarkResult(table(), figures(), flaws(), harm);
    }

    private List<String> flaws() {
        return rounds.stream()
                .filter(round ->
                        round.attack().held() && round.held() < round.attack().connections())
                .map(round -> "Only " + round.held() + " of " + round.attack().connections() + " connections of "
                        + round.attack().label() + " were held at one time.")
                .toList();
    }

    private void judge(SiegeRound round, List<String> harm) {
        String beside = "Beside " + round.attack().label() + " ";
        if (round.failed() > 0) {
            harm.add(beside + round.failed() + " requests of another client failed.");
        }
        peace().ifPresent(peace -> {
            if (round.p99() > UNNOTICED_MILLIS && round.p99() > SLOWER_AT_MOST * peace.p99()) {
                harm.add(String.format(
                        Locale.ROOT,
                        "%sanother client waited %.1f ms at the 99th percentile, and %.1f ms in peace.",
                        beside,
                        round.p99(),
                        peace.p99()));
            }
            long more = round.gatewayMegabytes().orElse(0)
                    - peace.gatewayMegabytes().orElse(Long.MAX_VALUE);
            if (more > MORE_MEGABYTES_AT_MOST) {
                harm.add(beside + "the gateway had " + more + " MB more than in peace.");
            }
        });
    }

    private Optional<SiegeRound> peace() {
        return rounds.stream().filter(round -> round.attack() == Attack.NONE).findFirst();
    }

    private String table() {
        StringBuilder table = new StringBuilder(String.format(
                "  %-12s %8s %8s %8s %8s %8s %8s %10s%n",
                "", "p50 ms", "p99 ms", "held", "opened", "closed", "failed", "gateway MB"));
        for (SiegeRound round : rounds) {
            table.append(String.format(
                    Locale.ROOT,
                    "  %-12s %8.1f %8.1f %8d %8d %8d %8d %10s%n",
                    round.attack().label(),
                    round.latencies().millis(0.50),
                    round.p99(),
                    round.held(),
                    round.opened(),
                    round.lost(),
                    round.failed(),
                    told(round.gatewayMegabytes()).map(String::valueOf).orElse("-")));
        }
        return table.toString();
    }

    private Map<String, @Nullable Object> figures() {
        Map<String, @Nullable Object> figures = new LinkedHashMap<>();
        figures.put("benchmark", "siege");
        for (SiegeRound round : rounds) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("millisP50", tenths(round.latencies().millis(0.50)));
            one.put("millisP99", tenths(round.p99()));
            one.put("held", round.held());
            one.put("opened", round.opened());
            one.put("closed", round.lost());
            one.put("failed", round.failed());
            one.put("gatewayMegabytes", told(round.gatewayMegabytes()).orElse(null));
            figures.put(round.attack().key(), one);
        }
        return figures;
    }

    private static Optional<Long> told(OptionalLong figure) {
        return figure.stream().boxed().findFirst();
    }

    private static double tenths(double value) {
        return Math.round(10 * value) / 10.0;
    }
}

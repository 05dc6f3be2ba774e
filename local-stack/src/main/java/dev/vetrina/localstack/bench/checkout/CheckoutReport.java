package dev.vetrina.localstack.bench.checkout;

import dev.vetrina.localstack.audit.AuditFinding.Harm;
import dev.vetrina.localstack.bench.BenchmarkResult;
import dev.vetrina.localstack.bench.Rates;
import dev.vetrina.localstack.demo.Percentiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The figures as a table and as one JSON object. */
record CheckoutReport(
        CheckoutFigures figures,
        SaleRound openLoop,
        SalesJudgement judgement,
        long deadlocks,
        PurchaseWay way,
        String baselineProgram,
        double fsyncMillis,
        OptionalDouble stolen) {

    /** Stands in the table for what does not exist. */
    private static final String NONE = "-";

    BenchmarkResult result() {
        List<String> flaws = figures.flaws();
        List<String> harm = new ArrayList<>(judgement.harm());
        if (deadlocks > 0) {
            harm.add("PostgreSQL counted " + deadlocks + " deadlocks, and none may be.");
        }
        return new BenchmarkResult(table(), json(!flaws.isEmpty() || !harm.isEmpty()), flaws, harm);
    }

    private Map<String, @Nullable Object> json(boolean isVoid) {
        Percentiles latencies = openLoop.latencies();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("benchmark", "checkout");
        json.put("ordersPerSecond", Math.round(figures.ordersPerSecond()));
        json.put("hotRowBest", Math.round(figures.hotRowBest()));
        json.put("hotRow64", Math.round(figures.hotRow64()));
        json.put("ratio", rounded(figures.ratio()));
        json.put("ratioSameClients", rounded(figures.ratioSameClients()));
        json.put("flatness", rounded(figures.flatness()));
        json.put("oversold", judgement.count(Harm.OVERSOLD));
        json.put("lost", judgement.count(Harm.LOST));
        json.put("doubleCharged", judgement.count(Harm.DOUBLE_CHARGED));
        json.put("deadlocks", deadlocks);
        json.put("millisP50", rounded(latencies.millis(0.50)));
        json.put("millisP99", rounded(latencies.millis(0.99)));
        Schedule.CROWDS.forEach(crowd ->
                json.put("orders" + crowd, Math.round(figures.hot(crowd).median())));
        Schedule.BASELINE_CLIENTS.forEach(clients -> json.put(
                "baseline" + clients, Math.round(figures.baseline(clients).median())));
        json.put("spreadPerSecond", Math.round(usual("spread").median()));
        json.put("basketsPerSecond", Math.round(usual("baskets").median()));
        json.put("answers", SaleRound.answers(figures.rounds()));
        json.put("way", way.label());
        json.put("baselineProgram", baselineProgram);
        json.put("baselineSpread", rounded(figures.baselineSpread()));
        json.put("fsyncMillis", rounded(fsyncMillis));
        json.put("stolenPercent", stolen.isPresent() ? rounded(100 * stolen.getAsDouble()) : null);
        json.put("void", isVoid);
        return json;
    }

    private String table() {
        StringBuilder table = new StringBuilder();
        table.append("  One row, one transaction after the other, by " + baselineProgram + ":\n");
        Schedule.BASELINE_CLIENTS.forEach(
                clients -> table.append(row(clients + " clients", perSecond(figures.baseline(clients)))));
        table.append("  Orders placed and paid in " + way.label() + ", one hot variant:\n");
        Schedule.CROWDS.forEach(crowd -> table.append(row(crowd + " buyers", perSecond(figures.hot(crowd)))));
        table.append(row("of the best baseline", number(figures.ratio())));
        table.append(row("of the baseline's 64 clients", number(figures.ratioSameClients())));
        table.append(row("512 buyers of 128", number(figures.flatness())));
        table.append("  The same from elsewhere:\n");
        table.append(row("1,000 variants", perSecond(usual("spread"))));
        table.append(row("baskets of 5", perSecond(usual("baskets"))));
        table.append(row("ms at 70 %, p50", number(openLoop.latencies().millis(0.50))));
        table.append(row("ms at 70 %, p99", number(openLoop.latencies().millis(0.99))));
        table.append(row("ms of an fsync, median", number(fsyncMillis)));
        stolen.ifPresent(share -> table.append(row("% of the CPU stolen", number(100 * share))));
        table.append("  Answers of all rounds: " + SaleRound.answers(figures.rounds()) + "\n");
        return table.append(String.format(
                        "  Oversold %d, lost %d, double-charged %d, deadlocks %d.%n",
                        judgement.count(Harm.OVERSOLD),
                        judgement.count(Harm.LOST),
                        judgement.count(Harm.DOUBLE_CHARGED),
                        deadlocks))
                .toString();
    }

    private Rates usual(String kind) {
        return figures.rates(kind, Schedule.USUAL_CROWD);
    }

    private static String row(String label, String figure) {
        return String.format("    %-30s %s%n", label, figure);
    }

    private static String perSecond(Rates rates) {
        double spread = rates.spread();
        String percent = Double.isFinite(spread) ? String.format(Locale.ROOT, "%.0f %%", 100 * spread) : NONE;
        return String.format(Locale.ROOT, "%8.0f/s, spread %s", rates.median(), percent);
    }

    private static String number(double figure) {
        return Double.isFinite(figure) ? String.format(Locale.ROOT, "%8.2f", figure) : String.format("%8s", NONE);
    }

    /** A ratio of nothing is no number, and not zero either: whoever reads it would take that for a bad result. */
    private static @Nullable Double rounded(double value) {
        return Double.isFinite(value) ? Math.round(value * 100) / 100.0 : null;
    }
}

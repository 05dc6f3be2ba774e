package dev.vetrina.localstack.bench;

import dev.vetrina.localstack.demo.Percentiles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The comparisons as a table and as figures. */
record SmokeReport(List<Comparison> comparisons, double fsyncMillis, OptionalDouble stolen) {

    BenchmarkResult result() {
        List<String> flaws = comparisons.stream()
                .flatMap(comparison -> comparison.flaws().stream())
                .toList();
        return new BenchmarkResult(table(), figures(!flaws.isEmpty()), flaws, List.of());
    }

    private Map<String, @Nullable Object> figures(boolean isVoid) {
        Map<String, @Nullable Object> figures = new LinkedHashMap<>();
        figures.put("benchmark", "smoke");
        comparisons.forEach(one -> figures.put(one.operation() + "Ratio", rounded(one.ratio(), 1000)));
        for (Comparison one : comparisons) {
            for (Side side : Side.values()) {
                figures.put(name(one, side, "PerSecond"), Math.round(one.perSecond(side)));
            }
        }
        for (Comparison one : comparisons) {
            for (Side side : Side.values()) {
                Percentiles latencies = one.latencies(side);
                figures.put(name(one, side, "MillisP50"), rounded(latencies.millis(0.50), 100));
                figures.put(name(one, side, "MillisP99"), rounded(latencies.millis(0.99), 100));
            }
        }
        figures.put("fsyncMillis", rounded(fsyncMillis, 100));
        figures.put("stolenPercent", stolen.isPresent() ? rounded(100 * stolen.getAsDouble(), 10) : null);
        figures.put("void", isVoid);
        return figures;
    }

    private String table() {
        StringBuilder table =
                new StringBuilder(String.format("  %-28s %10s %10s %8s%n", "", "direct", "gateway", "ratio"));
        for (Comparison one : comparisons) {
            table.append(row(one.operation() + "s a second, at most", "%10.0f", one::perSecond));
            table.append(row(
                    "  ms at 70 % of that, p50",
                    "%10.2f", side -> one.latencies(side).millis(0.50)));
            table.append(row(
                    "  ms at 70 % of that, p99",
                    "%10.2f", side -> one.latencies(side).millis(0.99)));
            table.append(String.format(
                    Locale.ROOT, "  %-28s %8.0f %%%n", "  spread of the baseline", 100 * one.baselineSpread()));
        }
        table.append(String.format(Locale.ROOT, "  %-28s %10.2f%n", "ms of an fsync, median", fsyncMillis));
        stolen.ifPresent(
                share -> table.append(String.format(Locale.ROOT, "  %-28s %8.0f %%%n", "CPU stolen", 100 * share)));
        return table.toString();
    }

    private static String row(String label, String format, ToDoubleFunction<Side> figure) {
        double direct = figure.applyAsDouble(Side.DIRECT);
        double gateway = figure.applyAsDouble(Side.GATEWAY);
        return String.format(
                Locale.ROOT, "  %-28s " + format + " " + format + " %8.2f%n", label, direct, gateway, gateway / direct);
    }

    private static String name(Comparison comparison, Side side, String figure) {
        String label = side.label();
        return comparison.operation() + Character.toUpperCase(label.charAt(0)) + label.substring(1) + figure;
    }

    /** A ratio of nothing is no number, which JSON does not have. */
    private static double rounded(double value, int steps) {
        return Double.isFinite(value) ? Math.round(value * steps) / (double) steps : 0;
    }
}

package dev.vetrina.localstack.bench.gateway;

import dev.vetrina.localstack.bench.BenchmarkResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The figures as a table and as one JSON object.
 *
 * @param service the name under which the service behind the gateways was asked directly
 */
record GatewayReport(GatewayFigures figures, String service, OptionalDouble stolen) {

    BenchmarkResult result() {
        List<String> flaws = figures.flaws();
        List<String> harm = figures.harm();
        return new BenchmarkResult(table(), json(!flaws.isEmpty() || !harm.isEmpty()), flaws, harm);
    }

    private Map<String, @Nullable Object> json(boolean isVoid) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("benchmark", "gateway");
        json.put("ratioToNginx", rounded(figures.ratioTo(Nginx.NAME)));
        json.put("ratioToSpringCloudGateway", rounded(figures.ratioTo(SpringCloudGateway.NAME)));
        json.put("ratioToSpringCloudGatewayWithTokens", rounded(figures.ratioTo(SpringCloudGateway.WITH_TOKENS)));
        json.put("cachedRatioToNginx", rounded(figures.ratioTo(Nginx.NAME, Errand.CACHED)));
        json.put("addedP50Ms", rounded(figures.addedMillis(50, service)));
        json.put("addedP99Ms", rounded(figures.addedMillis(99, service)));
        for (Errand errand : Errand.values()) {
            String label = errand.label();
            json.put(label + "PerSecond", Math.round(figures.perSecond(Fronts.OWN, errand)));
            json.put(label + "NginxPerSecond", Math.round(figures.perSecond(Nginx.NAME, errand)));
            if (errand != Errand.CACHED) {
                json.put(
                        label + "SpringCloudGatewayPerSecond",
                        Math.round(figures.perSecond(SpringCloudGateway.NAME, errand)));
                json.put(
                        label + "SpringCloudGatewayWithTokensPerSecond",
                        Math.round(figures.perSecond(SpringCloudGateway.WITH_TOKENS, errand)));
                json.put(label + "RatioToNginx", rounded(figures.ratioTo(Nginx.NAME, errand)));
            }
        }
        json.put("stolenPercent", stolen.isPresent() ? rounded(100 * stolen.getAsDouble()) : null);
        json.put("void", isVoid);
        return json;
    }

    private String table() {
        StringBuilder table = new StringBuilder(String.format(
                "  %-34s %10s %10s %22s %22s%n",
                "requests a second", Fronts.OWN, Nginx.NAME, SpringCloudGateway.NAME, SpringCloudGateway.WITH_TOKENS));
        for (Errand errand : Errand.values()) {
            table.append(String.format(
                    Locale.ROOT,
                    "  %-34s %10.0f %10.0f %22s %22s%n",
                    errand.label() + ", " + GatewaySchedule.CONNECTIONS + " connections",
                    figures.perSecond(Fronts.OWN, errand),
                    figures.perSecond(Nginx.NAME, errand),
                    ofSpring(SpringCloudGateway.NAME, errand),
                    ofSpring(SpringCloudGateway.WITH_TOKENS, errand)));
        }
        table.append(row("of nginx, GET and POST", figures.ratioTo(Nginx.NAME)));
        table.append(row("of Spring Cloud Gateway", figures.ratioTo(SpringCloudGateway.NAME)));
        table.append(row("of it with Spring Security", figures.ratioTo(SpringCloudGateway.WITH_TOKENS)));
        table.append(row("cached, of nginx passing on", figures.ratioTo(Nginx.NAME, Errand.CACHED)));
        table.append(row("ms added at 20 % of it, p50", figures.addedMillis(50, service)));
        table.append(row("ms added at 20 % of it, p99", figures.addedMillis(99, service)));
        stolen.ifPresent(share -> table.append(row("% of the CPU stolen", 100 * share)));
        return table.toString();
    }

    /** It is not asked for what our gateway answers by itself. */
    private String ofSpring(String name, Errand errand) {
        return errand == Errand.CACHED ? "" : String.format(Locale.ROOT, "%.0f", figures.perSecond(name, errand));
    }

    private static String row(String label, double figure) {
        return String.format(Locale.ROOT, "  %-34s %10.2f%n", label, figure);
    }

    /** A ratio of nothing is no number, and not zero either: whoever reads it would take that for a bad result. */
    private static @Nullable Double rounded(double value) {
        return Double.isFinite(value) ? Math.round(value * 1000) / 1000.0 : null;
    }
}

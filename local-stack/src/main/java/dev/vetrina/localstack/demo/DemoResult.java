package dev.vetrina.localstack.demo;

import dev.vetrina.localstack.http.Json;
import java.util.List;
import java.util.Map;

/**
 * How a show went.
 *
 * @param figures by name, in the order in which they are shown
 * @param findings invariants that do not hold; none if everything is right
 */
public record DemoResult(Map<String, Object> figures, List<Finding> findings) {

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("viewers", "viewers, unique"),
            Map.entry("viewersPeak", "viewers, peak"),
            Map.entry("feedEvents", "feed events delivered"),
            Map.entry("feedFacts", "facts of the timeline"),
            Map.entry("ordersPlaced", "orders placed"),
            Map.entry("ordersPaid", "orders paid"),
            Map.entry("paymentsDeclined", "payments declined"),
            Map.entry("ordersCancelled", "orders cancelled"),
            Map.entry("soldOutAnswers", "sold-out answers"),
            Map.entry("otherRefusals", "other refusals, by code"),
            Map.entry("unanswered", "orders without an answer"),
            Map.entry("units", "units sold"),
            Map.entry("gmv", "GMV, in minor units"),
            Map.entry("conversion", "conversion"),
            Map.entry("orderMillisP50", "ms to place an order, p50"),
            Map.entry("orderMillisP99", "ms to place an order, p99"),
            Map.entry("chatMessages", "chat messages"),
            Map.entry("reactions", "reactions counted"),
            Map.entry("giveawayEntries", "entries to the giveaway"),
            Map.entry("giveawayWinners", "winners, verified"),
            Map.entry("seconds", "seconds, from start to end"),
            Map.entry("oversold", "units oversold"),
            Map.entry("lost", "orders lost"),
            Map.entry("duplicated", "orders duplicated"),
            Map.entry("violations", "invariants violated"));

    public boolean holds() {
        return findings.isEmpty();
    }

    public String json() {
        return Json.write(figures);
    }

    /** For people: one line a figure, and what does not hold. */
    public String table() {
        StringBuilder table = new StringBuilder();
        figures.forEach(
                (name, value) -> table.append(String.format("  %-26s %s%n", LABELS.getOrDefault(name, name), value)));
        findings.forEach(finding -> table.append("  ")
                .append(finding.kind())
                .append(": ")
                .append(finding.text())
                .append('\n'));
        return table.toString();
    }
}

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

    public boolean holds() {
        return findings.isEmpty();
    }

    public String json() {
        return Json.write(figures);
    }

    /** For people: one line a figure, and what does not hold. */
    public String table() {
        StringBuilder table = new StringBuilder();
        figures.forEach((name, value) -> table.append(String.format("  %-18s %s%n", name, value)));
        findings.forEach(finding -> table.append("  ")
                .append(finding.kind())
                .append(": ")
                .append(finding.text())
                .append('\n'));
        return table.toString();
    }
}

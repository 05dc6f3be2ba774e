package dev.vetrina.localstack.bench;

import dev.vetrina.localstack.http.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was measured.
 *
 * @param table for people
 * @param figures by name, in the order in which they are shown
 * @param flaws sentences that say why the run is void; none if it counts
 */
public record BenchmarkResult(String table, Map<String, @Nullable Object> figures, List<String> flaws) {

    public boolean isVoid() {
        return !flaws.isEmpty();
    }

    public String json() {
        return Json.write(figures);
    }
}

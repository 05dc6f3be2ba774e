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
 * @param flaws sentences that say why the figures are worth nothing, though nothing was done wrong
 * @param harm sentences that say what the system did wrong, or that nobody can tell; the first sums it up
 */
public record BenchmarkResult(
        String table, Map<String, @Nullable Object> figures, List<String> flaws, List<String> harm) {

    /** Whatever did harm was measured at something else than its work. */
    public boolean isVoid() {
        return !flaws.isEmpty() || !harm.isEmpty();
    }

    public String json() {
        return Json.write(figures);
    }
}

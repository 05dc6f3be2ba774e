package dev.vetrina.order.fulfilment;

import dev.vetrina.kit.problem.ProblemException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "LineUnits", description = "Units of a line")
record LineUnits(
        @NotNull UUID lineId,
        @NotNull @Min(1) @Max(1_000_000) Integer quantity) {

    /** @throws ProblemException 422 for a line that is named twice */
    static Map<UUID, Integer> byLine(List<LineUnits> lines) {
        Map<UUID, Integer> units = new LinkedHashMap<>();
        for (LineUnits line : lines) {
            if (units.put(line.lineId(), line.quantity()) != null) {
                throw ProblemException.invalid("lines", "name a line twice");
            }
        }
        return units;
    }
}

package dev.vetrina.order.returns;

import dev.vetrina.kit.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "WithdrawalRequest", examples = """
                {"orderId": "01990c3e-2b5a-7c11-9d7e-5a1f0c3b8e21", "name": "Ann Archer"}""")
record WithdrawalRequest(
        @NotNull UUID orderId,

        @Schema(description = "The consumer's name") @NotBlank @Size(max = 200)
        String name,

        @Schema(description = "Absent: everything that can be withdrawn from") @Nullable @Size(min = 1, max = 50)
        List<@NotNull @Valid Line> lines) {

    @Schema(name = "WithdrawnLine")
    record Line(
            @NotNull UUID lineId,
            @NotNull @Min(1) @Max(1_000_000) Integer quantity) {}

    /**
     * Units by line, or null for everything.
     *
     * @throws ProblemException 422 for a line that is named twice
     */
    @Nullable
    Map<UUID, Integer> units() {
        if (lines == null) {
            return null;
        }
        Map<UUID, Integer> units = new LinkedHashMap<>();
        for (Line line : lines) {
            if (units.put(line.lineId(), line.quantity()) != null) {
                throw ProblemException.invalid("lines", "name a line twice");
            }
        }
        return units;
    }
}

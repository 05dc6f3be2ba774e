package dev.vetrina.order.returns;

import dev.vetrina.kit.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ReturnRequest", examples = """
                {"orderId": "01990c3e-2b5a-7c11-9d7e-5a1f0c3b8e21",
                 "lines": [{"lineId": "01990c3d-77f0-7a42-8c55-0b9e4f1d2a63", "quantity": 1, "reason": "FAULTY"}]}""")
public record ReturnRequest(
        @NotNull UUID orderId,

        @Schema(description = "Lines of one brand") @NotNull @Size(min = 1, max = 50)
        List<@NotNull @Valid Line> lines,

        @Nullable @Size(max = 500) String note) {

    @Schema(name = "ReturnedLine")
    public record Line(
            @NotNull UUID lineId,
            @NotNull @Min(1) @Max(1_000_000) Integer quantity,

            @Schema(description = "WITHDRAWN is for /v1/withdrawals") @NotNull
            ReturnReason reason) {}

    /** @throws ProblemException 422 for a line that is named twice, or a reason that has a way of its own */
    Map<UUID, Integer> units() {
        Map<UUID, Integer> units = new LinkedHashMap<>();
        for (Line line : lines) {
            if (line.reason() == ReturnReason.WITHDRAWN) {
                throw ProblemException.invalid("lines.reason", "is declared by /v1/withdrawals");
            }
            if (units.put(line.lineId(), line.quantity()) != null) {
                throw ProblemException.invalid("lines", "name a line twice");
            }
        }
        return units;
    }

    List<ReturnLine> toLines() {
        return lines.stream()
                .map(line -> ReturnLine.of(line.lineId(), line.quantity(), line.reason()))
                .toList();
    }

    boolean withShipping() {
        return lines.stream().allMatch(line -> line.reason().withShipping());
    }
}

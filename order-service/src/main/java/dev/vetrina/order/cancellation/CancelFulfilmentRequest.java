package dev.vetrina.order.cancellation;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.lifecycle.CancelReason;
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

@Schema(name = "CancelFulfilmentRequest", examples = """
                {"reason": "OUT_OF_STOCK", "lines": [{"lineId": "01990c3d-77f0-7a42-8c55-0b9e4f1d2a63", "quantity": 1}]}""")
record CancelFulfilmentRequest(
        @Schema(description = "A brand has OUT_OF_STOCK, PRICE_ERROR, ADDRESS_UNDELIVERABLE, SUSPECTED_FRAUD and OTHER")
        @NotNull
        CancelReason reason,

        @Nullable @Size(max = 500) String note,

        @Schema(description = "Absent: everything that is not shipped") @Nullable @Size(min = 1, max = 50)
        List<@NotNull @Valid CancelledUnits> lines) {

    @Schema(name = "CancelledUnits")
    record CancelledUnits(
            @NotNull UUID lineId,
            @NotNull @Min(1) @Max(1_000_000) Integer quantity) {}

    /** @throws ProblemException 422 for a line that is named twice */
    PartCancellation of(UUID fulfilmentId) {
        return new PartCancellation(fulfilmentId, units(), reason, note);
    }

    @Nullable
    private Map<UUID, Integer> units() {
        if (lines == null) {
            return null;
        }
        Map<UUID, Integer> units = new LinkedHashMap<>();
        for (CancelledUnits line : lines) {
            if (units.put(line.lineId(), line.quantity()) != null) {
                throw ProblemException.invalid("lines", "name a line twice");
            }
        }
        return units;
    }
}

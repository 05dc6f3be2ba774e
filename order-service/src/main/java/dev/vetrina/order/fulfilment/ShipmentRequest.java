package dev.vetrina.order.fulfilment;

import dev.vetrina.kit.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ShipmentRequest", examples = """
                {"carrier": "royal-mail", "trackingNumber": "JD0002219999999",
                 "lines": [{"lineId": "01990c3d-77f0-7a42-8c55-0b9e4f1d2a63", "quantity": 1}]}""")
record ShipmentRequest(
        @Schema(description = "Code of a carrier of /v1/carriers", examples = "royal-mail") @NotBlank @Size(max = 40)
        String carrier,

        @NotBlank @Size(max = 80) String trackingNumber,

        @Schema(description = "Absent: the carrier's own page")
        @Nullable
        @Size(max = 500)
        @Pattern(regexp = "^https://[^\\s]+$", message = "must be an https address")
        String trackingUrl,

        @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid LineUnits> lines) {

    @Schema(name = "LineUnits", description = "Units of a line")
    record LineUnits(
            @NotNull UUID lineId,
            @NotNull @Min(1) @Max(1_000_000) Integer quantity) {}

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

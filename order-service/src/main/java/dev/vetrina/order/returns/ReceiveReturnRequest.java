package dev.vetrina.order.returns;

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

@Schema(name = "ReceiveReturnRequest")
record ReceiveReturnRequest(
        @Schema(description = "What came; a line that is missing came whole and can be sold again")
        @Nullable
        @Size(max = 50)
        List<@NotNull @Valid Line> lines) {

    @Schema(name = "ReceivedLine")
    record Line(
            @NotNull UUID lineId,

            @Schema(description = "Units that came; their price goes back") @NotNull @Min(0) @Max(1_000_000)
            Integer received,

            @Schema(description = "How many of them can be sold again") @NotNull @Min(0) @Max(1_000_000)
            Integer restocked) {}

    Map<UUID, Receipt> receipts() {
        Map<UUID, Receipt> receipts = new LinkedHashMap<>();
        if (lines != null) {
            lines.forEach(line -> receipts.put(line.lineId(), new Receipt(line.received(), line.restocked())));
        }
        return receipts;
    }
}

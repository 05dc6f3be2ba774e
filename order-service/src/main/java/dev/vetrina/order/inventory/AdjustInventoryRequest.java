package dev.vetrina.order.inventory;

import dev.vetrina.order.stock.MovementReason;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "AdjustInventoryRequest")
record AdjustInventoryRequest(
        @NotNull @Size(min = 1, max = 500) List<@NotNull @Valid Adjustment> adjustments) {

    @Schema(name = "InventoryAdjustment")
    record Adjustment(
            @NotNull UUID variantId,

            @Schema(description = "`shared`, or `market:` and a market's code; `shared` if absent", examples = "shared")
            @Nullable
            @Pattern(regexp = "^(shared|market:[A-Z]{2})$", message = "must be shared, or market: and an ISO 3166 code")
            String pool,

            @Schema(description = "Units that become available; negative: are taken off")
            @Min(-1_000_000_000)
            @Max(1_000_000_000)
            long delta,

            @NotNull Reason reason,

            @Schema(description = "The partner's own reference") @Nullable @Size(max = 200)
            String reference) {}

    /** Why a brand changes its stock. */
    enum Reason {
        RECEIVED,
        CORRECTION,
        DAMAGED,
        RETURNED;

        MovementReason movement() {
            return MovementReason.valueOf(name());
        }
    }
}

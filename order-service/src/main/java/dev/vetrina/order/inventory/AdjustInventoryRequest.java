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

    @Schema(name = "InventoryAdjustment", description = "Either `delta` or `setAvailableTo`")
    record Adjustment(
            @NotNull UUID variantId,

            @Schema(
                    description =
                            "`shared`, or `market:` and a market's code, or `session:` and a session's id; `shared` if absent",
                    examples = "shared")
            @Nullable
            @Pattern(regexp = PoolName.PATTERN, message = PoolName.MESSAGE)
            String pool,

            @Schema(description = "Units that become available; negative: are taken off")
            @Nullable
            @Min(-1_000_000_000)
            @Max(1_000_000_000)
            Long delta,

            @Schema(description = "Units that are available from now on, whatever is held or sold beside them")
            @Nullable
            @Min(0)
            @Max(1_000_000_000)
            Long setAvailableTo,

            @NotNull Reason reason,

            @Schema(description = "The partner's own reference") @Nullable @Size(max = 200)
            String reference) {}

    /** Why a brand changes its stock. */
    @Schema(name = "AdjustmentReason")
    enum Reason {
        RECEIVED,
        CORRECTION,
        STOCKTAKE,
        DAMAGED,
        LOST,
        FOUND,
        RETURNED,
        SENT_BACK_TO_SUPPLIER;

        MovementReason movement() {
            return MovementReason.valueOf(name());
        }
    }
}

package dev.vetrina.order.inventory;

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

@Schema(name = "TransferInventoryRequest")
record TransferInventoryRequest(
        @NotNull @Size(min = 1, max = 500) List<@NotNull @Valid Transfer> transfers) {

    @Schema(name = "InventoryTransfer")
    record Transfer(
            @NotNull UUID variantId,

            @Schema(examples = "shared") @NotNull @Pattern(regexp = PoolName.PATTERN, message = PoolName.MESSAGE)
            String fromPool,

            @Schema(examples = "market:GB") @NotNull @Pattern(regexp = PoolName.PATTERN, message = PoolName.MESSAGE)
            String toPool,

            @Schema(description = "Units that are available") @Min(1) @Max(1_000_000_000)
            long quantity,

            @Schema(description = "The partner's own reference") @Nullable @Size(max = 200)
            String reference) {}
}

package dev.vetrina.order.inventory;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "InventorySettingsRequest")
record InventorySettingsRequest(
        @Schema(description = "Units, over all pools; null: no event about low stock")
        @Nullable
        @Min(0)
        @Max(1_000_000_000)
        Long lowStockThreshold) {}

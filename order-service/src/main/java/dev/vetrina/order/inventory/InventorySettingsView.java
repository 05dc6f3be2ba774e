package dev.vetrina.order.inventory;

import dev.vetrina.kit.http.Versioned;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "InventorySettings")
record InventorySettingsView(
        UUID variantId,

        @Schema(description = "`stock.low` is told when no more than this is available; absent: never") @Nullable
        Long lowStockThreshold,

        @Schema(description = "Also the ETag; 0 until they are first set")
        long version)
        implements Versioned {}

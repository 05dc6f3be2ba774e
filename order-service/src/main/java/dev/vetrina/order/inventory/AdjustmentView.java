package dev.vetrina.order.inventory;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "InventoryAdjustmentResult")
record AdjustmentView(
        @Schema(description = "How many adjustments took effect: all")
        int applied,

        Instant adjustedAt) {}

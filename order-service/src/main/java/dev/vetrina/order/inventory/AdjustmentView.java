package dev.vetrina.order.inventory;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "InventoryAdjustmentResult")
record AdjustmentView(
        UUID id,

        @Schema(description = "How many adjustments took effect: all")
        int applied,

        Instant adjustedAt) {}

package dev.vetrina.order.inventory;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "InventoryTransferResult")
record TransferView(
        @Schema(description = "How many transfers took effect: all")
        int applied,

        Instant transferredAt) {}

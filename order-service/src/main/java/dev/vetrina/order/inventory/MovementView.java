package dev.vetrina.order.inventory;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "InventoryMovement", description = "One change of one pool's counters, in units")
record MovementView(
        long id,
        String pool,
        String reason,
        long available,
        long held,
        long sold,

        @Schema(description = "The order on whose account it was") @Nullable
        UUID orderId,

        @Schema(description = "The partner's own reference, or the system's") @Nullable
        String reference,

        Instant movedAt) {}

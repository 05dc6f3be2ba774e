package dev.vetrina.order.stock;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One change of one counter row, in units. */
record StockMovement(
        UUID variantId,
        String pool,
        MovementReason reason,
        long availableDelta,
        long heldDelta,
        long soldDelta,
        @Nullable UUID orderId,
        @Nullable String reference,
        Instant movedAt) {}

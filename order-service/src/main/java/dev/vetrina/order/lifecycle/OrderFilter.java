package dev.vetrina.order.lifecycle;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which orders a list shows; null: whatever. */
record OrderFilter(
        @Nullable String customerId,
        @Nullable UUID brandId,
        @Nullable UUID sessionId,
        @Nullable OrderStatus status) {}

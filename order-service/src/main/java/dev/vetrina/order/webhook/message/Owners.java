package dev.vetrina.order.webhook.message;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Whose something is, where the event does not say it. */
record Owners(Map<UUID, List<OrderPart>> parts, Function<UUID, Optional<UUID>> brandOfVariant) {

    List<OrderPart> of(UUID orderId) {
        return parts.getOrDefault(orderId, List.of());
    }

    Optional<UUID> brandOf(UUID variantId) {
        return brandOfVariant.apply(variantId);
    }
}

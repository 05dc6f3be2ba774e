package dev.vetrina.order.webhook.message;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param id also the {@code webhook-id}: the same in every attempt and replay
 * @param eventId from which it was made: the same event makes no second message for the brand
 * @param only the one endpoint that gets it, or null for all that want it
 */
record NewMessage(
        UUID id,
        UUID brandId,
        WebhookEventType type,
        UUID eventId,
        Instant occurredAt,
        String body,
        @Nullable UUID only) {}

package dev.vetrina.order.webhook.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that is to be sent to an endpoint now.
 *
 * @param messageId the {@code webhook-id}
 * @param round of attempts: a replay begins another
 * @param attempts made in this round
 * @param secrets that sign it, the current one first
 * @param failingSince since when nothing was taken by the endpoint, at the earliest since it was enabled again or moved; null if
 *     its last attempt succeeded
 */
record DueDelivery(
        UUID id,
        UUID endpointId,
        UUID messageId,
        int round,
        int attempts,
        String url,
        String body,
        List<String> secrets,
        @Nullable Instant failingSince) {}

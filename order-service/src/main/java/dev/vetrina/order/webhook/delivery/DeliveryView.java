package dev.vetrina.order.webhook.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vetrina.kit.http.Identified;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "WebhookDelivery")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeliveryView(
        UUID id,
        UUID endpointId,

        @Schema(description = "The `webhook-id`") UUID messageId,

        @Schema(examples = "order.paid") String type,

        DeliveryStatus status,

        @Schema(description = "Made since it was last replayed; 10 at most")
        int attempts,

        @Schema(description = "Absent unless it is tried again") @Nullable
        Instant nextAttemptAt,

        Instant createdAt,

        @Schema(description = "When it was delivered, failed for good, or was cancelled") @Nullable
        Instant finishedAt)
        implements Identified {}

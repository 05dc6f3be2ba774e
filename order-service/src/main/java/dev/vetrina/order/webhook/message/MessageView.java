package dev.vetrina.order.webhook.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "WebhookMessage")
record MessageView(
        @Schema(description = "The `webhook-id` of every attempt")
        UUID id,

        UUID brandId,

        @Schema(examples = "order.paid") String type,

        Instant occurredAt,

        @Schema(
                implementation = Object.class,
                type = SchemaType.OBJECT,
                description = "As it is sent: `type`, `timestamp`, `data`")
        JsonNode body) {}

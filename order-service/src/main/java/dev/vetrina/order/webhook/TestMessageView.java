package dev.vetrina.order.webhook;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "WebhookTestMessage")
record TestMessageView(
        @Schema(description = "The `webhook-id` with which it is sent")
        UUID messageId) {}

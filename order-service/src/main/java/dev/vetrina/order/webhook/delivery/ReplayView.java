package dev.vetrina.order.webhook.delivery;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "WebhookReplay")
record ReplayView(
        @Schema(description = "Messages that will be sent, each with the `webhook-id` that it had")
        int count) {}

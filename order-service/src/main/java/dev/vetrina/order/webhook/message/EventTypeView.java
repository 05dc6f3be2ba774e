package dev.vetrina.order.webhook.message;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "WebhookEventType")
record EventTypeView(
        @Schema(description = "`type` of the message", examples = "order.paid")
        String code,

        String description,

        @Schema(description = "Whether endpoints subscribe to it; otherwise it is sent without that")
        boolean subscribed,

        @Schema(
                implementation = Object.class,
                type = SchemaType.OBJECT,
                description = "A whole message as it is sent. Fields may be added.")
        JsonNode example) {}

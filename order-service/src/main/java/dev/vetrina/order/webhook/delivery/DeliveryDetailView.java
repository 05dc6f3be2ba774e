package dev.vetrina.order.webhook.delivery;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "WebhookDeliveryDetail")
record DeliveryDetailView(
        DeliveryView delivery,

        @Schema(description = "Where it is sent") String url,

        @Schema(description = "As sent last, or as they would be; the signature is not shown")
        Map<String, String> headers,

        @Schema(description = "The bytes that are signed and sent")
        String body,

        @Schema(description = "Oldest first") List<AttemptView> attempts) {}

package dev.vetrina.order.webhook;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "WebhookEndpointRequest")
record EndpointRequest(
        @Schema(description = "Only for operators, who must say whose it is; a brand's own endpoints are the brand's")
        @Nullable
        UUID brandId,

        @Schema(
                description = "Where messages are sent by POST: https, with a public address, without redirects",
                examples = "https://shop.example.com/hooks/vetrina")
        @NotBlank
        @Size(max = 2000)
        String url,

        @Schema(description = "Codes of `/v1/webhook-event-types`; absent or empty: every type, also new ones")
        @Size(max = 50)
        @Nullable
        List<@NotNull @Size(max = 60) String> eventTypes,

        @Schema(description = "For your own people", examples = "Warehouse, Leeds") @Size(max = 500) @Nullable
        String description) {

    EndpointWish wish() {
        return EndpointWish.of(url, eventTypes, description);
    }
}

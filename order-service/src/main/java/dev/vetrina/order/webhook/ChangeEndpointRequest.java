package dev.vetrina.order.webhook;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ChangeWebhookEndpointRequest")
record ChangeEndpointRequest(
        @Schema(description = "What waits is sent there, too", examples = "https://shop.example.com/hooks/vetrina")
        @NotBlank
        @Size(max = 2000)
        String url,

        @Schema(description = "Codes of `/v1/webhook-event-types`; absent or empty: every type, also new ones")
        @Size(max = 50)
        @Nullable
        List<@NotNull @Size(max = 60) String> eventTypes,

        @Schema(description = "For your own people") @Size(max = 500) @Nullable
        String description) {

    EndpointWish wish() {
        return EndpointWish.of(url, eventTypes, description);
    }
}

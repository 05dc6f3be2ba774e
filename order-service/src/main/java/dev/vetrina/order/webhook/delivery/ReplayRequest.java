package dev.vetrina.order.webhook.delivery;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ReplayWebhooksRequest")
record ReplayRequest(
        @Schema(description = "What happened then or later is sent", examples = "2026-03-01T00:00:00Z") @NotNull
        Instant since,

        @Schema(description = "And before that; absent: until now") @Nullable
        Instant until,

        @Schema(description = "Only these types; absent or empty: those that the endpoint is subscribed to")
        @Size(max = 50)
        @Nullable
        List<@NotNull @Size(max = 60) String> eventTypes) {}

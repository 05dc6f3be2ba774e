package dev.vetrina.order.webhook;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "RotateWebhookSecretRequest")
record RotateSecretRequest(
        @Schema(
                description = "How long the secret before signs as well; 24 hours where it is absent, 0 for one that"
                        + " became known")
        @Min(0)
        @Max(86_400)
        @Nullable
        Integer previousValidSeconds) {

    Duration overlap() {
        return previousValidSeconds == null ? Duration.ofDays(1) : Duration.ofSeconds(previousValidSeconds);
    }
}

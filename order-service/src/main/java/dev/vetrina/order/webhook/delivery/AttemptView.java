package dev.vetrina.order.webhook.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "WebhookAttempt")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AttemptView(
        @Schema(description = "0, and one more with every replay")
        int round,

        @Schema(description = "From 1 on in every round") int number,

        Instant attemptedAt,
        int durationMs,

        @Schema(description = "Absent if there was no answer", examples = "500") @Nullable
        Integer statusCode,

        @Schema(description = "Why there was no answer; absent if there was one") @Nullable
        AttemptError error,

        @Schema(description = "The first kilobyte of the answer") @Nullable
        String answer) {}

package dev.vetrina.order.webhook;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "WebhookSecret")
record SecretView(
        @Schema(
                description = "Signs from now on. Store it: it is not shown again",
                examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
        String secret,

        @Schema(description = "Until then the one before signs as well: every message carries a signature of each")
        Instant previousExpiresAt) {}

package dev.vetrina.order.webhook;

import dev.vetrina.kit.http.Identified;
import dev.vetrina.kit.http.Versioned;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "CreatedWebhookEndpoint")
record CreatedEndpointView(
        UUID id,

        @Schema(description = "Also the ETag") long version,

        EndpointView endpoint,

        @Schema(
                description = "The key of the signatures, by Standard Webhooks 1.0.0. Store it: it is not shown again",
                examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
        String secret)
        implements Identified, Versioned {}

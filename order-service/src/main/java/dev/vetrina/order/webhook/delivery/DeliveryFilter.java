package dev.vetrina.order.webhook.delivery;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which deliveries a list shows; what is absent does not matter. */
class DeliveryFilter {

    @QueryParam("brandId")
    @Parameter(description = "For operators: only those of this brand")
    @Nullable
    UUID brandId;

    @QueryParam("endpointId")
    @Parameter(description = "Only those to this endpoint")
    @Nullable
    UUID endpointId;

    @QueryParam("messageId")
    @Parameter(description = "Only those of this message")
    @Nullable
    UUID messageId;

    @QueryParam("status")
    @Parameter(description = "Only those in this state")
    @Nullable
    DeliveryStatus status;

    @QueryParam("since")
    @Parameter(description = "Only those made then or later")
    @Nullable
    Instant since;

    @QueryParam("until")
    @Parameter(description = "Only those made before")
    @Nullable
    Instant until;
}

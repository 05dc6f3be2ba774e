package dev.vetrina.order.webhook.message;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which messages a list shows; what is absent does not matter. */
class MessageFilter {

    @QueryParam("brandId")
    @Parameter(description = "For operators: only those to this brand")
    @Nullable
    UUID brandId;

    @QueryParam("type")
    @Size(max = 60)
    @Parameter(description = "Only those of this type")
    @Nullable
    String type;

    @QueryParam("since")
    @Parameter(description = "Only what happened then or later")
    @Nullable
    Instant since;

    @QueryParam("until")
    @Parameter(description = "Only what happened before")
    @Nullable
    Instant until;
}

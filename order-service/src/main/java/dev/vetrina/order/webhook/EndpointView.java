package dev.vetrina.order.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vetrina.kit.http.Identified;
import dev.vetrina.kit.http.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "WebhookEndpoint")
@JsonInclude(JsonInclude.Include.NON_NULL)
record EndpointView(
        UUID id,

        @Schema(description = "Also the ETag") long version,

        UUID brandId,
        String url,

        @Schema(description = "Empty: every type") List<String> eventTypes,

        @Nullable String description,
        EndpointStatus status,

        @Schema(description = "Absent while it is enabled") @Nullable
        DisabledReason disabledReason,

        @Schema(description = "Absent while it is enabled") @Nullable
        Instant disabledAt,

        @Schema(
                description = "Since when no attempt has succeeded; absent while they do. Replay from here on once the"
                        + " endpoint works again")
        @Nullable
        Instant failingSince,

        Instant createdAt,

        @Schema(description = "Subject of the token with which it was made")
        String createdBy)
        implements Identified, Versioned {}

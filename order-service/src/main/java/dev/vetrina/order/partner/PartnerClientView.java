package dev.vetrina.order.partner;

import dev.vetrina.kit.http.Identified;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "PartnerClient")
record PartnerClientView(
        UUID id,
        UUID brandId,
        String name,
        List<String> scopes,
        PartnerClientStatus status,

        @Schema(description = "With which it asks for tokens")
        String clientId,

        @Schema(description = "Where it asks for tokens, by the grant `client_credentials`")
        String tokenUrl,

        @Schema(description = "The webhook endpoint that was made with it; absent: none") @Nullable
        UUID webhookEndpointId,

        @Schema(description = "Subject of the token with which it was made")
        String createdBy,

        Instant createdAt,

        @Schema(description = "Absent while it may be used") @Nullable
        Instant revokedAt)
        implements Identified {}

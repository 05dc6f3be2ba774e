package dev.vetrina.order.partner;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "PartnerClientSecret")
record ClientSecretView(
        @Schema(description = "With which the client asks for tokens")
        String clientId,

        @Schema(description = "Shown this once; the one before is void")
        String clientSecret) {}

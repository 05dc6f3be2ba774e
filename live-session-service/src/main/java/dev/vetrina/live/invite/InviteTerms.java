package dev.vetrina.live.invite;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "CreateInviteCode")
record InviteTerms(
        @Size(max = 100)
        @Schema(description = "For whom it is, as the host calls them", examples = "Regulars")
        @Nullable
        String label,

        @Min(1) @Max(100_000) @Schema(description = "How many it lets in; without it, any number") @Nullable
        Integer maxUses,

        @Schema(description = "From then on it lets nobody in; who is in stays", examples = "2030-03-01T22:00:00Z")
        @Nullable
        Instant expiresAt) {}

package dev.vetrina.live.invite;

import dev.vetrina.kit.http.Identified;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "InviteCode", description = "A code that lets viewers into a session")
record InviteCodeView(
        UUID id,

        @Schema(description = "Only when it was just made: it is not kept", examples = "7KQX-M2PA-T9DF-0HWE") @Nullable
        String code,

        @Nullable String label,
        @Nullable Integer maxUses,

        @Schema(description = "Viewers it has let in") int uses,
        @Nullable Instant expiresAt,
        Instant createdAt,
        @Nullable Instant revokedAt)
        implements Identified {}

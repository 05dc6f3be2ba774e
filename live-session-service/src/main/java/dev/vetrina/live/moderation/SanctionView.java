package dev.vetrina.live.moderation;

import dev.vetrina.kit.http.Identified;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Sanction", description = "A mute or a ban")
record SanctionView(
        UUID id,
        SanctionKind kind,
        SanctionScope scope,
        String authorId,
        String authorName,
        @Nullable String reason,

        @Schema(description = "Null if it lasts until it is lifted") @Nullable
        Instant endsAt,

        Instant imposedAt,

        @Schema(description = "Null unless it was lifted before its end") @Nullable
        Instant liftedAt)
        implements Identified {}

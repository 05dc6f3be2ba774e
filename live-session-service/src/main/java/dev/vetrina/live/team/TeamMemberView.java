package dev.vetrina.live.team;

import dev.vetrina.kit.http.Identified;
import dev.vetrina.kit.http.Versioned;
import dev.vetrina.live.session.Permission;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "TeamMember", description = "Somebody who helps the host of a session")
record TeamMemberView(
        UUID id,
        long version,

        @Schema(description = "Null for a login that was invited by its subject") @Nullable
        UUID creatorId,

        @Nullable String subject,
        TeamRole role,
        List<Permission> permissions,
        Instant addedAt)
        implements Identified, Versioned {}

package dev.vetrina.live.team;

import dev.vetrina.live.session.Permission;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "AddTeamMember", description = "One of `creatorId` and `subject`")
record AddMemberRequest(
        @Nullable UUID creatorId,

        @Size(min = 1, max = 200) @Schema(description = "The login of who is no creator") @Nullable
        String subject,

        @NotNull TeamRole role,

        @Size(min = 1, max = 5)
        @Schema(
                description = "By default all for a CO_HOST, PRESENT and MODERATE for a MODERATOR",
                examples = "[\"MODERATE\"]")
        @Nullable
        List<@NotNull Permission> permissions) {

    Collection<Permission> given() {
        return Objects.requireNonNullElse(permissions, role.usual());
    }
}

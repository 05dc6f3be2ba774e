package dev.vetrina.live.team;

import dev.vetrina.live.session.Permission;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "EditTeamMember")
record EditMemberRequest(
        @NotNull TeamRole role,

        @NotNull @Size(min = 1, max = 5) @Schema(examples = "[\"PRESENT\", \"MODERATE\"]")
        List<@NotNull Permission> permissions) {}

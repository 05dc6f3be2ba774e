package dev.vetrina.live.team;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Team", description = "Who works on a session")
record TeamView(
        @Schema(description = "The creator whose session it is, with every permission")
        UUID hostId,

        @Schema(description = "In the order in which they were added, at most 50")
        List<TeamMemberView> members) {}

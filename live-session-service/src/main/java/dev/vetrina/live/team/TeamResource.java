package dev.vetrina.live.team;

import dev.vetrina.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

@Path("/v1/sessions/{id}/team")
@RunOnVirtualThread
@Tag(name = "Sessions")
class TeamResource {

    private final TeamService service;

    TeamResource(TeamService service) {
        this.service = service;
    }

    @GET
    @RolesAllowed({Roles.CREATOR, Roles.CUSTOMER, Roles.MODERATOR, Roles.OPERATOR})
    @Operation(
            operationId = "getTeam",
            summary = "Who works on a session",
            description = "For its host, its team, moderators and operators.")
    public TeamView get(@PathParam("id") UUID id) {
        return service.team(id);
    }

    @POST
    @RolesAllowed({Roles.CREATOR, Roles.OPERATOR})
    @ResponseStatus(201)
    @Operation(
            operationId = "addTeamMember",
            summary = "Add a co-host or a moderator",
            description =
                    "By creator, or by login. For the host and operators. It has effect at once: the session is among"
                            + " theirs, and each command asks for its permission.")
    public TeamMemberView add(@PathParam("id") UUID id, @Valid @NotNull AddMemberRequest request) {
        return service.add(id, request);
    }

    @PUT
    @Path("/{memberId}")
    @RolesAllowed({Roles.CREATOR, Roles.OPERATOR})
    @Operation(
            operationId = "editTeamMember",
            summary = "Change what a member may do",
            description = "For the host and operators.")
    public TeamMemberView edit(
            @PathParam("id") UUID id,
            @PathParam("memberId") UUID memberId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull EditMemberRequest request) {
        return service.edit(id, memberId, ifMatch, request.role(), request.permissions());
    }

    @DELETE
    @Path("/{memberId}")
    @RolesAllowed({Roles.CREATOR, Roles.CUSTOMER, Roles.MODERATOR, Roles.OPERATOR})
    @Operation(
            operationId = "removeTeamMember",
            summary = "Take somebody off the team",
            description = "The host and operators anybody, members themselves, nobody the host. It needs no If-Match:"
                    + " whatever they may do, they no longer may.")
    public void remove(@PathParam("id") UUID id, @PathParam("memberId") UUID memberId) {
        service.remove(id, memberId);
    }
}

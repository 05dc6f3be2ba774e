package dev.vetrina.live.moderation;

import dev.vetrina.kit.http.Page;
import dev.vetrina.kit.http.PageParams;
import dev.vetrina.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Any role may belong to a moderator of one session: who may do this is decided by the session. */
@Path("/v1/sessions/{id}/chat-sanctions")
@RunOnVirtualThread
@RolesAllowed({Roles.CUSTOMER, Roles.CREATOR, Roles.MODERATOR, Roles.OPERATOR})
@Tag(name = "Chat")
class SanctionResource {

    private final SanctionService service;

    SanctionResource(SanctionService service) {
        this.service = service;
    }

    @POST
    @ResponseStatus(201)
    @Operation(
            operationId = "imposeSanction",
            summary = "Mute or ban somebody",
            description =
                    "By the session's host and moderators, and operators, on those below them: nobody but an operator"
                            + " acts on the host, and moderators do not act on each other (403 `author-protected`). It holds"
                            + " for the next message, on every instance within a second.")
    public SanctionView impose(@PathParam("id") UUID sessionId, @Valid @NotNull SanctionRequest request) {
        return service.impose(sessionId, request);
    }

    @GET
    @Operation(
            operationId = "listSanctions",
            summary = "List the mutes and bans that were imposed in a session",
            description = "For the session's host and moderators, and for operators; those that are over, too.")
    public Page<SanctionView> list(@PathParam("id") UUID sessionId, @Valid @BeanParam PageParams page) {
        return service.list(sessionId, page);
    }

    @POST
    @Path("/{sanctionId}/lift")
    @Operation(
            operationId = "liftSanction",
            summary = "Lift a mute or a ban before its end",
            description = "What was hidden stays hidden until it is approved. One that ended by itself answers 409"
                    + " `sanction-over`; one that holds everywhere is lifted by operators.")
    public SanctionView lift(@PathParam("id") UUID sessionId, @PathParam("sanctionId") UUID sanctionId) {
        return service.lift(sessionId, sanctionId);
    }
}

package dev.vetrina.live.session;

import dev.vetrina.kit.http.Page;
import dev.vetrina.kit.http.PageParams;
import dev.vetrina.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1/sessions/{id}/rehearsals")
@RunOnVirtualThread
@Tag(name = "Sessions")
class RehearsalResource {

    private final RehearsalService service;

    RehearsalResource(RehearsalService service) {
        this.service = service;
    }

    @POST
    @RolesAllowed({Roles.CREATOR, Roles.CUSTOMER, Roles.MODERATOR, Roles.OPERATOR})
    @ResponseStatus(201)
    @Operation(
            operationId = "rehearseSession",
            summary = "Rehearse a session before it is live",
            description =
                    "For who may run the show. A session of its own with the products and the team of the show: start it,"
                            + " pin, and end it as the show itself. Only the team sees it, its feed needs a ticket; nothing is sold,"
                            + " nobody is notified and nothing is counted. One at a time.")
    public SessionView rehearse(@PathParam("id") UUID id) {
        return service.rehearse(id);
    }

    @GET
    @RolesAllowed({Roles.CREATOR, Roles.CUSTOMER, Roles.MODERATOR, Roles.OPERATOR})
    @Operation(
            operationId = "listRehearsals",
            summary = "List the rehearsals of a session",
            description = "For its host, its team, moderators and operators, in the order in which they were made.")
    public Page<SessionView> list(@PathParam("id") UUID id, @Valid @BeanParam PageParams page) {
        return Page.byId(service.list(id, page.after(), page.rows()), page, SessionView::id, view -> view);
    }
}

package dev.vetrina.live.engagement;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Whoever has a ticket needs no token, and whoever has a token no ticket. */
@Path("/v1/sessions/{id}/reactions")
@RunOnVirtualThread
@Tag(name = "Sessions")
class ReactionResource {

    private final EngagementService service;

    ReactionResource(EngagementService service) {
        this.service = service;
    }

    @POST
    @PermitAll
    @ResponseStatus(202)
    @Operation(
            operationId = "react",
            summary = "React to what is shown",
            description = "For whoever is signed in or has a ticket for the feed, while the session is on air. It is"
                    + " counted with all others of the second and shown in the feed's pulse as a total of each kind; it is kept"
                    + " in memory until then and lost with a process that is killed.")
    public void react(
            @PathParam("id") UUID id,
            @QueryParam("ticket")
                    @Size(max = 200)
                    @Parameter(description = "A ticket for the feed, in place of an access token")
                    @Nullable
                    String ticket,
            @Valid @NotNull ReactionRequest request) {
        service.react(id, ticket, request);
    }
}

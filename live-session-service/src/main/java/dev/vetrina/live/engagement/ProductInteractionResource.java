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
@Path("/v1/sessions/{id}/product-interactions")
@RunOnVirtualThread
@Tag(name = "Sessions")
class ProductInteractionResource {

    private final EngagementService service;

    ProductInteractionResource(EngagementService service) {
        this.service = service;
    }

    @POST
    @PermitAll
    @ResponseStatus(202)
    @Operation(
            operationId = "reportProductInteractions",
            summary = "Tell which products a viewer saw and opened",
            description =
                    "For whoever is signed in or has a ticket for the feed. Gather what happens in some seconds and send it"
                            + " together. A viewer's looks at a product count once a minute for each type, as far as they come to the"
                            + " same instance, and until the session's end.")
    public CountedInteractionsView interact(
            @PathParam("id") UUID id,
            @QueryParam("ticket")
                    @Size(max = 200)
                    @Parameter(description = "A ticket for the feed, in place of an access token")
                    @Nullable
                    String ticket,
            @Valid @NotNull ProductInteractionsRequest request) {
        return new CountedInteractionsView(service.look(id, ticket, request));
    }
}

package dev.vetrina.order.cancellation;

import dev.vetrina.kit.idempotency.Idempotent;
import dev.vetrina.kit.idempotency.IdempotentRequest;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.kit.security.NeedsScope;
import dev.vetrina.kit.security.Roles;
import dev.vetrina.kit.security.Scopes;
import dev.vetrina.order.fulfilment.FulfilmentAccess;
import dev.vetrina.order.fulfilment.FulfilmentView;
import dev.vetrina.order.lifecycle.Actor;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/fulfilments")
@RunOnVirtualThread
@Tag(name = "Fulfilments")
class PartCancellationResource {

    private final CancellationService service;
    private final FulfilmentAccess fulfilments;
    private final Caller caller;
    private final IdempotentRequest key;

    PartCancellationResource(
            CancellationService service, FulfilmentAccess fulfilments, Caller caller, IdempotentRequest key) {
        this.service = service;
        this.fulfilments = fulfilments;
        this.caller = caller;
        this.key = key;
    }

    @POST
    @Path("/{id}/cancel")
    @Idempotent(Idempotent.Mode.BY_HAND)
    @RolesAllowed({Roles.BRAND, Roles.OPERATOR})
    @NeedsScope(Scopes.FULFILMENT_WRITE)
    @Operation(
            operationId = "cancelFulfilment",
            summary = "Cancel what is not shipped, or some of it",
            description =
                    "Its stock is available again at once, and its price goes back to the buyer; with the whole part"
                            + " its shipping too. Without `lines` it succeeds too when all of it is cancelled already."
                            + " A repeat with the same key is answered with the part as it is then.")
    public FulfilmentView cancel(@PathParam("id") UUID id, @NotNull @Valid CancelFulfilmentRequest request) {
        return service.cancelPart(
                fulfilments.orderOfOwn(id), request.of(id), Actor.of(caller), key, () -> fulfilments.view(id));
    }
}

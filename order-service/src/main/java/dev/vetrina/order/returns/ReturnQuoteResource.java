package dev.vetrina.order.returns;

import dev.vetrina.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/return-quotes")
@RunOnVirtualThread
@RolesAllowed({Roles.CUSTOMER, Roles.OPERATOR})
@Tag(name = "Returns")
class ReturnQuoteResource {

    private final ReturnService service;
    private final ReturnAccess access;

    ReturnQuoteResource(ReturnService service, ReturnAccess access) {
        this.service = service;
        this.access = access;
    }

    @POST
    @Operation(
            operationId = "quoteReturn",
            summary = "What would go back for goods",
            description =
                    "Changes nothing. The refunds of all the partial returns of a line add up to its price to the cent.")
    public ReturnQuoteView quote(@NotNull @Valid ReturnRequest request) {
        return service.quote(access.ownOrder(request.orderId()), request);
    }
}

package dev.vetrina.order.fulfilment;

import dev.vetrina.kit.http.Page;
import dev.vetrina.kit.security.NeedsScope;
import dev.vetrina.kit.security.Roles;
import dev.vetrina.kit.security.Scopes;
import dev.vetrina.order.fulfilment.Carriers.Carrier;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/carriers")
@RunOnVirtualThread
@Tag(name = "Fulfilments")
class CarrierResource {

    private final Carriers carriers;

    CarrierResource(Carriers carriers) {
        this.carriers = carriers;
    }

    @GET
    @RolesAllowed({Roles.CUSTOMER, Roles.BRAND, Roles.OPERATOR})
    @NeedsScope(Scopes.ORDERS_READ)
    @Operation(
            operationId = "listCarriers",
            summary = "The carriers that a shipment can name",
            description = "All of them on one page.")
    public Page<Carrier> list() {
        return new Page<>(carriers.all(), null);
    }
}

package dev.vetrina.order.cancellation;

import dev.vetrina.kit.security.Caller;
import dev.vetrina.kit.security.Roles;
import dev.vetrina.order.lifecycle.Actor;
import dev.vetrina.order.lifecycle.OrderAccess;
import dev.vetrina.order.lifecycle.OrderView;
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

@Path("/v1/orders")
@RunOnVirtualThread
@Tag(name = "Orders")
class CancellationResource {

    private final CancellationService service;
    private final OrderAccess orders;
    private final Caller caller;

    CancellationResource(CancellationService service, OrderAccess orders, Caller caller) {
        this.service = service;
        this.orders = orders;
        this.caller = caller;
    }

    @POST
    @Path("/{id}/cancel")
    @RolesAllowed({Roles.CUSTOMER, Roles.OPERATOR})
    @Operation(
            operationId = "cancelOrder",
            summary = "Cancel an order, or what of it can still be cancelled",
            description =
                    "Its stock is available again at once. Of a paid order, a buyer cancels every part that its brand"
                            + " has not confirmed, and their price goes back; 409 `order-not-cancellable` lists the parts if there is"
                            + " none. Succeeds too when the order is cancelled already.")
    public OrderView cancel(@PathParam("id") UUID id, @NotNull @Valid CancelOrderRequest request) {
        orders.ownOrder(id);
        service.cancelOrder(id, request.codeOrOther(), request.reason(), Actor.ofBuyer(caller));
        return OrderView.of(orders.ownOrder(id));
    }
}

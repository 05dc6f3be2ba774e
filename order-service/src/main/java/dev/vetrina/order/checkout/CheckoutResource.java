package dev.vetrina.order.checkout;

import dev.vetrina.kit.idempotency.Idempotent;
import dev.vetrina.kit.idempotency.IdempotentRequest;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.kit.security.Roles;
import dev.vetrina.order.lifecycle.OrderView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1/orders")
@RunOnVirtualThread
@Tag(name = "Orders")
class CheckoutResource {

    private final CheckoutService checkout;
    private final Caller caller;
    private final IdempotentRequest key;

    CheckoutResource(CheckoutService checkout, Caller caller, IdempotentRequest key) {
        this.checkout = checkout;
        this.caller = caller;
        this.key = key;
    }

    @POST
    @RolesAllowed(Roles.CUSTOMER)
    @Idempotent(Idempotent.Mode.BY_HAND)
    @ResponseStatus(201)
    @Operation(
            operationId = "placeOrder",
            summary = "Place an order",
            description =
                    "Holds the stock of every line, or of none, until `reservedUntil`. Pay it by then, or at once with"
                            + " `payment`: what came of it is told in the answer's `payment`, also when it is declined. 409 with"
                            + " code `out-of-stock` lists every line that is short in `lines`; 409 `total-changed` names both"
                            + " totals.")
    public OrderView place(@NotNull @Valid PlaceOrderRequest request) {
        return checkout.place(request, caller.subject(), key);
    }
}

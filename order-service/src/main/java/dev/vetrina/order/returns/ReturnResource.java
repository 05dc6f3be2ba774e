package dev.vetrina.order.returns;

import dev.vetrina.kit.http.Page;
import dev.vetrina.kit.http.PageParams;
import dev.vetrina.kit.idempotency.Idempotent;
import dev.vetrina.kit.idempotency.IdempotentRequest;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.kit.security.NeedsScope;
import dev.vetrina.kit.security.Roles;
import dev.vetrina.kit.security.Scopes;
import dev.vetrina.order.lifecycle.Actor;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
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

@Path("/v1/returns")
@RunOnVirtualThread
@RolesAllowed({Roles.CUSTOMER, Roles.BRAND, Roles.OPERATOR})
@Tag(name = "Returns")
class ReturnResource {

    private final ReturnService service;
    private final ReturnAccess access;
    private final Caller caller;
    private final IdempotentRequest key;

    ReturnResource(ReturnService service, ReturnAccess access, Caller caller, IdempotentRequest key) {
        this.service = service;
        this.access = access;
        this.caller = caller;
        this.key = key;
    }

    @POST
    @RolesAllowed({Roles.CUSTOMER, Roles.OPERATOR})
    @Idempotent(Idempotent.Mode.BY_HAND)
    @ResponseStatus(201)
    @Operation(
            operationId = "requestReturn",
            summary = "Ask to send goods back",
            description =
                    "Goods of one brand that have arrived, within the market's return window: 409 `return-window-closed`"
                            + " or `more-than-returnable`.")
    public ReturnView request(@NotNull @Valid ReturnRequest request) {
        return service.request(access.ownOrder(request.orderId()), request, Actor.ofBuyer(caller), key);
    }

    @GET
    @NeedsScope(Scopes.ORDERS_READ)
    @Operation(
            operationId = "listReturns",
            summary = "Returns, oldest first",
            description = "A customer and a brand see their own, whoever is both sees both, an operator all.")
    public Page<ReturnView> list(
            @Valid @BeanParam PageParams page,
            @Parameter(description = "Only those of this order") @QueryParam("orderId") @Nullable UUID orderId,
            @Parameter(description = "Only those in this state") @QueryParam("status") @Nullable ReturnStatus status,
            @Parameter(description = "True: only those of test orders; otherwise none, but for an `orderId`")
                    @QueryParam("test")
                    @DefaultValue("false")
                    boolean test) {
        return access.page(orderId, status, test, page);
    }

    @GET
    @Path("/{id}")
    @NeedsScope(Scopes.ORDERS_READ)
    @Operation(
            operationId = "getReturn",
            summary = "One return",
            description = "A customer and a brand see their own, an operator all.")
    public ReturnView get(@PathParam("id") UUID id) {
        return access.view(id);
    }

    @POST
    @Path("/{id}/approve")
    @RolesAllowed({Roles.BRAND, Roles.OPERATOR})
    @NeedsScope(Scopes.FULFILMENT_WRITE)
    @Operation(
            operationId = "approveReturn",
            summary = "Let the goods be sent back",
            description = "Succeeds too when it is approved already.")
    public ReturnView approve(@PathParam("id") UUID id) {
        service.approve(access.orderOfOwn(id), id, Actor.of(caller));
        return access.view(id);
    }

    @POST
    @Path("/{id}/reject")
    @RolesAllowed({Roles.BRAND, Roles.OPERATOR})
    @NeedsScope(Scopes.FULFILMENT_WRITE)
    @Operation(
            operationId = "rejectReturn",
            summary = "Do not take the goods back",
            description = "Not possible for a return that follows from a withdrawal: it is approved by law.")
    public ReturnView reject(@PathParam("id") UUID id, @NotNull @Valid RejectReturnRequest request) {
        service.reject(access.orderOfOwn(id), id, request.reason(), request.note(), Actor.of(caller));
        return access.view(id);
    }

    @POST
    @Path("/{id}/receive")
    @RolesAllowed({Roles.BRAND, Roles.OPERATOR})
    @NeedsScope(Scopes.FULFILMENT_WRITE)
    @Operation(
            operationId = "receiveReturn",
            summary = "Tell that the goods are back",
            description = "The price of what came goes back to the buyer; what can be sold again is available at once."
                    + " Succeeds too when it was received already.")
    public ReturnView receive(@PathParam("id") UUID id, @NotNull @Valid ReceiveReturnRequest request) {
        service.receive(access.orderOfOwn(id), id, request.receipts(), Actor.of(caller));
        return access.view(id);
    }
}

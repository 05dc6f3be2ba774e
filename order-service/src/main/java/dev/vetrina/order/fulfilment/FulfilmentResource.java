package dev.vetrina.order.fulfilment;

import dev.vetrina.kit.http.Page;
import dev.vetrina.kit.http.PageParams;
import dev.vetrina.kit.idempotency.Idempotent;
import dev.vetrina.kit.idempotency.IdempotentRequest;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.kit.security.NeedsScope;
import dev.vetrina.kit.security.Roles;
import dev.vetrina.kit.security.Scopes;
import dev.vetrina.order.lifecycle.Actor;
import dev.vetrina.order.lifecycle.FulfilmentStatus;
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

@Path("/v1/fulfilments")
@RunOnVirtualThread
@RolesAllowed({Roles.BRAND, Roles.OPERATOR})
@Tag(name = "Fulfilments")
class FulfilmentResource {

    private final FulfilmentService service;
    private final FulfilmentAccess access;
    private final Caller caller;
    private final IdempotentRequest key;

    FulfilmentResource(FulfilmentService service, FulfilmentAccess access, Caller caller, IdempotentRequest key) {
        this.service = service;
        this.access = access;
        this.caller = caller;
        this.key = key;
    }

    @GET
    @RolesAllowed({Roles.CUSTOMER, Roles.BRAND, Roles.OPERATOR})
    @NeedsScope(Scopes.ORDERS_READ)
    @Operation(
            operationId = "listFulfilments",
            summary = "Parts of orders, oldest first",
            description =
                    "A brand sees its own, a customer those of its own orders, whoever is both sees both, an operator all.")
    public Page<FulfilmentView> list(
            @Valid @BeanParam PageParams page,
            @Parameter(description = "Only those of this order") @QueryParam("orderId") @Nullable UUID orderId,
            @Parameter(description = "Only those in this state") @QueryParam("status") @Nullable
                    FulfilmentStatus status,
            @Parameter(description = "True: only those of test orders; otherwise none, but for an `orderId`")
                    @QueryParam("test")
                    @DefaultValue("false")
                    boolean test) {
        return access.page(orderId, status, test, page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.CUSTOMER, Roles.BRAND, Roles.OPERATOR})
    @NeedsScope(Scopes.ORDERS_READ)
    @Operation(
            operationId = "getFulfilment",
            summary = "One brand's part of an order",
            description = "Its lines with how far they have come, and its parcels. The address only once it is paid.")
    public FulfilmentView get(@PathParam("id") UUID id) {
        return access.view(id);
    }

    @POST
    @Path("/{id}/confirm")
    @NeedsScope(Scopes.FULFILMENT_WRITE)
    @Operation(
            operationId = "confirmFulfilment",
            summary = "Tell that it will be shipped",
            description = "Succeeds too when it is confirmed already.")
    public FulfilmentView confirm(@PathParam("id") UUID id) {
        service.confirm(access.orderOfOwn(id), id, Actor.of(caller));
        return access.view(id);
    }

    @POST
    @Path("/{id}/shipments")
    @Idempotent(Idempotent.Mode.LEASE)
    @ResponseStatus(201)
    @NeedsScope(Scopes.FULFILMENT_WRITE)
    @Operation(
            operationId = "shipFulfilment",
            summary = "Tell that units left in a parcel",
            description =
                    "Several parcels are several calls. 409 `more-than-open` names the line and how many of its units"
                            + " are neither shipped nor cancelled; 409 `payment-lapsed` tells that the buyer's reserved money"
                            + " is gone, and nothing is to leave.")
    public ShipmentView ship(@PathParam("id") UUID id, @NotNull @Valid ShipmentRequest request) {
        return service.ship(access.orderOfOwn(id), id, request, Actor.of(caller), key);
    }

    @POST
    @Path("/{id}/shipments/{shipmentId}/deliver")
    @NeedsScope(Scopes.FULFILMENT_WRITE)
    @Operation(
            operationId = "deliverShipment",
            summary = "Tell that a parcel has arrived",
            description = "Succeeds too when that is known already.")
    public FulfilmentView deliver(@PathParam("id") UUID id, @PathParam("shipmentId") UUID shipmentId) {
        service.deliver(access.orderOfOwn(id), id, shipmentId, Actor.of(caller));
        return access.view(id);
    }

    @POST
    @Path("/{id}/deliver")
    @NeedsScope(Scopes.FULFILMENT_WRITE)
    @Operation(
            operationId = "deliverFulfilment",
            summary = "Tell that every parcel has arrived",
            description = "Of what was shipped by now. Succeeds too when that is known already.")
    public FulfilmentView deliver(@PathParam("id") UUID id) {
        service.deliver(access.orderOfOwn(id), id, Actor.of(caller));
        return access.view(id);
    }
}

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
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1/fulfilments")
@RunOnVirtualThread
@RolesAllowed({Roles.BRAND, Roles.OPERATOR})
@Tag(name = "Fulfilments")
class CombinedShipmentResource {

    private final FulfilmentService service;
    private final FulfilmentAccess access;
    private final CombinableParts combinable;
    private final Caller caller;
    private final IdempotentRequest key;

    CombinedShipmentResource(
            FulfilmentService service,
            FulfilmentAccess access,
            CombinableParts combinable,
            Caller caller,
            IdempotentRequest key) {
        this.service = service;
        this.access = access;
        this.combinable = combinable;
        this.caller = caller;
        this.key = key;
    }

    @GET
    @Path("/combinable")
    @NeedsScope(Scopes.ORDERS_READ)
    @Operation(
            operationId = "listCombinableFulfilments",
            summary = "Parts that can leave in one parcel, group by group",
            description =
                    "Confirmed parts of one brand, of several orders of one customer to one address, the telephone"
                            + " number aside. A brand sees its own, an operator those of all brands.")
    public Page<CombinablePartsView> list(@Valid @BeanParam PageParams page) {
        return combinable.page(access.ownBrand(), page);
    }

    @POST
    @Path("/combined-shipments")
    @Idempotent(Idempotent.Mode.LEASE)
    @ResponseStatus(201)
    @NeedsScope(Scopes.FULFILMENT_WRITE)
    @Operation(
            operationId = "shipCombined",
            summary = "Tell that parts of several orders left in one parcel",
            description =
                    "All of them or none. Each order gets a shipment of its own, with the parcel's id and tracking in each, and is"
                            + " charged, told about, delivered and returned by itself. 409 `not-combinable`,"
                            + " `payment-lapsed`, `fulfilment-not-shippable` and `more-than-open` name the fulfilment or line"
                            + " that does not fit.")
    public CombinedShipmentView ship(@NotNull @Valid CombinedShipmentRequest request) {
        return service.ship(access.ordersOfOwn(request.fulfilmentIds()), request, Actor.of(caller), key);
    }
}

package dev.vetrina.order.salesstop;

import dev.vetrina.kit.http.Page;
import dev.vetrina.kit.http.PageParams;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.kit.security.NeedsScope;
import dev.vetrina.kit.security.Roles;
import dev.vetrina.kit.security.Scopes;
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

@Path("/v1/sales-stops")
@RunOnVirtualThread
@RolesAllowed({Roles.OPERATOR, Roles.BRAND})
@Tag(name = "Sales stops")
class SalesStopResource {

    private final SalesStopService stops;
    private final Caller caller;

    SalesStopResource(SalesStopService stops, Caller caller) {
        this.stops = stops;
        this.caller = caller;
    }

    @POST
    @ResponseStatus(201)
    @NeedsScope(Scopes.INVENTORY_WRITE)
    @Operation(
            operationId = "stopSales",
            summary = "Stop sales in a market or session, of a variant or brand",
            description = "When it is answered, no order that it concerns is placed any more: they are refused with 409"
                    + " `sales-stopped`. Orders placed before stay. An operator stops anything, a brand its own variants and"
                    + " itself. If the same brand, or an operator, has stopped it already, that stop is the answer; a brand's"
                    + " stop and an operator's are two, and sales go on when both are lifted.")
    public SalesStopView stop(@NotNull @Valid SalesStopRequest request) {
        return stops.stop(request, caller);
    }

    @POST
    @Path("/{id}/lift")
    @NeedsScope(Scopes.INVENTORY_WRITE)
    @Operation(
            operationId = "liftSalesStop",
            summary = "Resume sales",
            description = "By an operator, or by the brand that made the stop. Succeeds too when it is lifted already.")
    public SalesStopView lift(@PathParam("id") UUID id) {
        return stops.lift(id, caller);
    }

    @GET
    @Path("/{id}")
    @NeedsScope(Scopes.INVENTORY_READ)
    @Operation(operationId = "getSalesStop", summary = "One sales stop", description = "Also one that was lifted.")
    public SalesStopView get(@PathParam("id") UUID id) {
        return stops.view(id);
    }

    @GET
    @NeedsScope(Scopes.INVENTORY_READ)
    @Operation(
            operationId = "listSalesStops",
            summary = "Sales stops, oldest first",
            description = "Of everybody: they explain why an order was refused.")
    public Page<SalesStopView> list(
            @Valid @BeanParam PageParams page,
            @Parameter(description = "Only those in force") @QueryParam("active") @DefaultValue("true")
                    boolean active) {
        return Page.byId(
                stops.list(active, page.after().orElse(new UUID(0, 0)), page.rows()),
                page,
                SalesStopView::id,
                stop -> stop);
    }
}

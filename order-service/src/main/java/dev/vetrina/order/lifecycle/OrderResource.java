package dev.vetrina.order.lifecycle;

import dev.vetrina.kit.http.Page;
import dev.vetrina.kit.http.PageParams;
import dev.vetrina.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/orders")
@RunOnVirtualThread
@RolesAllowed({Roles.CUSTOMER, Roles.BRAND, Roles.OPERATOR})
@Tag(name = "Orders")
class OrderResource {

    private final Orders orders;
    private final OrderAccess access;

    OrderResource(Orders orders, OrderAccess access) {
        this.orders = orders;
        this.access = access;
    }

    @GET
    @Operation(
            operationId = "listOrders",
            summary = "Orders, oldest first",
            description = "A customer sees its own, a brand those with a line of its own, an operator all.")
    public Page<OrderView> list(
            @Valid @BeanParam PageParams page,
            @Parameter(description = "Only those placed in this show") @QueryParam("sessionId") @Nullable
                    UUID sessionId,
            @Parameter(description = "Only those in this state") @QueryParam("status") @Nullable OrderStatus status) {
        return Page.byId(
                orders.list(access.filter(sessionId, status), page.after(), page.rows()),
                page,
                Order::id,
                access::shown);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getOrder",
            summary = "One order",
            description = "A customer sees its own, a brand its own lines of it and their total, an operator all.")
    public OrderView get(@PathParam("id") UUID id) {
        return access.view(id);
    }
}

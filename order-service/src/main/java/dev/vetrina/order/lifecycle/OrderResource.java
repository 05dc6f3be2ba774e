package dev.vetrina.order.lifecycle;

import dev.vetrina.kit.http.Page;
import dev.vetrina.kit.http.PageParams;
import dev.vetrina.kit.security.NeedsScope;
import dev.vetrina.kit.security.Roles;
import dev.vetrina.kit.security.Scopes;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
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

    private final OrderSearch search;
    private final OrderAccess access;

    OrderResource(OrderSearch search, OrderAccess access) {
        this.search = search;
        this.access = access;
    }

    @GET
    @NeedsScope(Scopes.ORDERS_READ)
    @Operation(
            operationId = "listOrders",
            summary = "Search orders",
            description =
                    "A customer finds its own, a brand those with a line of its own, whoever is both finds both, an"
                            + " operator all. Oldest first unless `sort` says otherwise.")
    public Page<OrderView> list(
            @Valid @BeanParam PageParams page,
            @BeanParam OrderFilter filter,
            @Parameter(description = "Only those of this customer; for operators")
                    @QueryParam("customerId")
                    @Size(max = 200)
                    @Nullable
                    String customerId) {
        return Page.byId(
                search.find(access.scope(customerId), filter, page.after(), page.rows()),
                page,
                Order::id,
                access::shown);
    }

    @GET
    @Path("/{id}")
    @NeedsScope(Scopes.ORDERS_READ)
    @Operation(
            operationId = "getOrder",
            summary = "One order",
            description = "A customer sees its own, a brand its own lines of it and their total, an operator all.")
    public OrderView get(@PathParam("id") UUID id) {
        return access.view(id);
    }
}

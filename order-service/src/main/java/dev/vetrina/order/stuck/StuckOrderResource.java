package dev.vetrina.order.stuck;

import dev.vetrina.kit.http.Page;
import dev.vetrina.kit.http.PageParams;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.kit.security.Roles;
import dev.vetrina.order.fulfilment.OverdueParts;
import dev.vetrina.order.lifecycle.Actor;
import dev.vetrina.order.payment.StuckPayments;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/stuck-orders")
@RunOnVirtualThread
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "Stuck orders")
class StuckOrderResource {

    private final StuckOrders stuck;
    private final StuckPayments payments;
    private final OverdueParts overdueParts;
    private final Caller caller;

    StuckOrderResource(StuckOrders stuck, StuckPayments payments, OverdueParts overdueParts, Caller caller) {
        this.stuck = stuck;
        this.payments = payments;
        this.overdueParts = overdueParts;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listStuckOrders",
            summary = "Orders with work that has not moved in its time",
            description = "Each with what is stuck, since when, and what the provider said last. Oldest order first.")
    public Page<StuckOrderView> list(@Valid @BeanParam PageParams page) {
        return Page.byId(stuck.list(page.after(), page.rows()), page, StuckOrderView::orderId, view -> view);
    }

    @POST
    @Path("/{orderId}/retry")
    @Operation(
            operationId = "retryStuckOrder",
            summary = "Try the stuck work of an order again now",
            description =
                    "Asks the provider at once about everything unfinished, and asks again for captures and refunds that"
                            + " failed; holds and parts past their time are cancelled within seconds. Answers what is still"
                            + " stuck; harmless if nothing is.")
    public StuckOrderView retry(@PathParam("orderId") UUID orderId) {
        payments.retry(orderId, Actor.of(caller));
        overdueParts.claimableNow(orderId);
        return stuck.get(orderId);
    }
}

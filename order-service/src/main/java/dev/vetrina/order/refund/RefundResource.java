package dev.vetrina.order.refund;

import dev.vetrina.kit.http.Page;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.kit.idempotency.Idempotent;
import dev.vetrina.kit.idempotency.IdempotentRequest;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.kit.security.NeedsScope;
import dev.vetrina.kit.security.Roles;
import dev.vetrina.kit.security.Scopes;
import dev.vetrina.order.lifecycle.Actor;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.OrderAccess;
import dev.vetrina.order.lifecycle.Orders;
import dev.vetrina.order.lifecycle.Refund;
import dev.vetrina.order.lifecycle.RefundReason;
import dev.vetrina.order.lifecycle.RefundWish;
import dev.vetrina.order.payment.Refunds;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.HexFormat;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1/orders/{id}/refunds")
@RunOnVirtualThread
@RolesAllowed({Roles.CUSTOMER, Roles.OPERATOR, Roles.FINANCE})
@Tag(name = "Refunds")
class RefundResource {

    private final Refunds refunds;
    private final Orders orders;
    private final OrderAccess access;
    private final Caller caller;
    private final IdempotentRequest key;

    RefundResource(Refunds refunds, Orders orders, OrderAccess access, Caller caller, IdempotentRequest key) {
        this.refunds = refunds;
        this.orders = orders;
        this.access = access;
        this.caller = caller;
        this.key = key;
    }

    @POST
    @RolesAllowed({Roles.OPERATOR, Roles.FINANCE})
    @Idempotent(Idempotent.Mode.LEASE)
    @ResponseStatus(201)
    @NeedsScope(Scopes.ORDERS_WRITE)
    @Operation(
            operationId = "refundOrder",
            summary = "Refund a part of an order, or all of it",
            description =
                    "Answers 201 with the refund as far as it came; one that is under way is finished by itself. 409"
                            + " `refund-exceeds-captured` names `requestedAmount` and `refundableAmount`, which leaves out what is"
                            + " refunded or on its way back.")
    public RefundView refund(@PathParam("id") UUID id, @NotNull @Valid RefundRequest request) {
        require(request);
        Order order = orders.get(id);
        RefundWish wish = new RefundWish(
                Ids.next(),
                HexFormat.of().formatHex(key.id()),
                request.amount(),
                request.reason(),
                request.note(),
                caller.subject());
        return RefundView.of(refunds.request(order.id(), wish, Actor.of(caller)));
    }

    private static void require(RefundRequest request) {
        if (request.amount().amount() <= 0) {
            throw ProblemException.invalid("amount.amount", "must be more than 0");
        }
        if (request.reason() == RefundReason.ORDER_NOT_KEPT) {
            throw ProblemException.invalid("reason", "ORDER_NOT_KEPT is the system's own");
        }
    }

    @GET
    @NeedsScope(Scopes.FINANCE_READ)
    @Operation(
            operationId = "listRefunds",
            summary = "The refunds of an order, oldest first",
            description = "All of them on one page, with those that the system made because a payment came too late.")
    public Page<RefundView> list(@PathParam("id") UUID id) {
        return new Page<>(shown(id).refunds().all().stream().map(this::view).toList(), null);
    }

    @GET
    @Path("/{refundId}")
    @NeedsScope(Scopes.FINANCE_READ)
    @Operation(
            operationId = "getRefund",
            summary = "One refund",
            description = "Poll it while it is `REQUESTED` or `UNKNOWN`: it is finished by itself.")
    public RefundView get(@PathParam("id") UUID id, @PathParam("refundId") UUID refundId) {
        return view(shown(id).refunds().get(refundId));
    }

    private Order shown(UUID id) {
        return caller.is(Roles.FINANCE) ? orders.get(id) : access.ownOrder(id);
    }

    private RefundView view(Refund refund) {
        boolean colleague = caller.is(Roles.OPERATOR) || caller.is(Roles.FINANCE);
        return colleague ? RefundView.of(refund) : RefundView.forBuyer(refund);
    }
}

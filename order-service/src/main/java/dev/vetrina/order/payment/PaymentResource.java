package dev.vetrina.order.payment;

import dev.vetrina.kit.http.Page;
import dev.vetrina.kit.idempotency.Idempotent;
import dev.vetrina.kit.idempotency.IdempotentRequest;
import dev.vetrina.kit.security.Roles;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.OrderAccess;
import dev.vetrina.order.lifecycle.PaymentView;
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

@Path("/v1/orders/{id}/payments")
@RunOnVirtualThread
@RolesAllowed({Roles.CUSTOMER, Roles.OPERATOR})
@Tag(name = "Payments")
class PaymentResource {

    private final PaymentService payments;
    private final OrderAccess access;
    private final IdempotentRequest key;

    PaymentResource(PaymentService payments, OrderAccess access, IdempotentRequest key) {
        this.payments = payments;
        this.access = access;
        this.key = key;
    }

    @POST
    @RolesAllowed(Roles.CUSTOMER)
    @Idempotent(Idempotent.Mode.LEASE)
    @ResponseStatus(201)
    @Operation(
            operationId = "payOrder",
            summary = "Pay an order",
            description =
                    "Answers 201 with the attempt's state, also when it is declined or needs the buyer's action. No new"
                            + " attempt while one is under way, or in the last 60 s of the reservation.")
    public PaymentView pay(@PathParam("id") UUID id, @NotNull @Valid PayOrderRequest request) {
        Order order = access.ownOrder(id);
        String requestId = HexFormat.of().formatHex(key.id());
        return PaymentView.of(payments.pay(order, requestId, request.paymentMethodToken()));
    }

    @GET
    @Operation(
            operationId = "listPayments",
            summary = "The payment attempts of an order, oldest first",
            description = "All of them on one page. At most one is open or captured.")
    public Page<PaymentView> list(@PathParam("id") UUID id) {
        Order order = access.ownOrder(id);
        return new Page<>(order.payments().stream().map(PaymentView::of).toList(), null);
    }

    @GET
    @Path("/{paymentId}")
    @Operation(
            operationId = "getPayment",
            summary = "One payment attempt",
            description = "Poll it while it is `PROCESSING` or `UNKNOWN`: it is settled without the client's help.")
    public PaymentView get(@PathParam("id") UUID id, @PathParam("paymentId") UUID paymentId) {
        Order order = access.ownOrder(id);
        return PaymentView.of(order.payment(paymentId));
    }

    @POST
    @Path("/{paymentId}/confirm")
    @Operation(
            operationId = "confirmPayment",
            summary = "Tell that the buyer has done the next action",
            description = "Asks the provider; the answer is the attempt's state then. Safe to repeat.")
    public PaymentView confirm(@PathParam("id") UUID id, @PathParam("paymentId") UUID paymentId) {
        Order order = access.ownOrder(id);
        return PaymentView.of(payments.refresh(order.payment(paymentId)));
    }
}

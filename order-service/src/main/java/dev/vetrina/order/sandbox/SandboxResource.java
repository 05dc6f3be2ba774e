package dev.vetrina.order.sandbox;

import dev.vetrina.kit.idempotency.Idempotent;
import dev.vetrina.kit.idempotency.IdempotentRequest;
import dev.vetrina.kit.security.NeedsScope;
import dev.vetrina.kit.security.Roles;
import dev.vetrina.kit.security.Scopes;
import dev.vetrina.order.checkout.TestOrders;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.OrderView;
import dev.vetrina.order.lifecycle.PaymentView;
import dev.vetrina.order.refund.RefundView;
import dev.vetrina.order.returns.ReturnService;
import dev.vetrina.order.returns.ReturnView;
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

@Path("/v1/sandbox/orders")
@RunOnVirtualThread
@RolesAllowed(Roles.BRAND)
@NeedsScope(Scopes.SANDBOX_WRITE)
@Tag(name = "Sandbox")
class SandboxResource {

    private final SandboxOrders orders;
    private final SandboxService sandbox;
    private final TestOrders checkout;
    private final ReturnService returns;
    private final IdempotentRequest key;

    SandboxResource(
            SandboxOrders orders,
            SandboxService sandbox,
            TestOrders checkout,
            ReturnService returns,
            IdempotentRequest key) {
        this.orders = orders;
        this.sandbox = sandbox;
        this.checkout = checkout;
        this.returns = returns;
        this.key = key;
    }

    @POST
    @Idempotent(Idempotent.Mode.BY_HAND)
    @ResponseStatus(201)
    @Operation(
            operationId = "placeSandboxOrder",
            summary = "Place a test order of the brand's own goods",
            description =
                    "Goes through checkout like a buyer's order, at the prices of this moment. Its stock does not exist and"
                            + " never runs out, it is paid at the simulated provider, and it counts towards no figure and no"
                            + " limit. Answers, events and webhooks say `test: true`. Confirm and ship it with the real operations.")
    public OrderView place(@NotNull @Valid SandboxOrderRequest request) {
        return checkout.place(orders.brand(), request.market(), request.quantities(), request.address(), key);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getSandboxOrder",
            summary = "One test order",
            description = "With what its buyer would see of the payment.")
    public OrderView get(@PathParam("id") UUID id) {
        return orders.view(id);
    }

    @POST
    @Path("/{id}/payments")
    @Idempotent(Idempotent.Mode.LEASE)
    @ResponseStatus(201)
    @Operation(
            operationId = "paySandboxOrder",
            summary = "Pay a test order, or fail to",
            description =
                    "As a buyer's payment: 201 with the attempt's state, also when it is declined or waits for the"
                            + " buyer.")
    public PaymentView pay(@PathParam("id") UUID id, @NotNull @Valid SandboxPaymentRequest request) {
        return PaymentView.of(sandbox.pay(orders.own(id), request.outcome(), requestId()));
    }

    @POST
    @Path("/{id}/answer-challenge")
    @Operation(
            operationId = "answerSandboxChallenge",
            summary = "Pass or fail the challenge of a test order's payment",
            description = "409 `no-challenge` unless its payment waits for the buyer.")
    public OrderView answerChallenge(@PathParam("id") UUID id, @NotNull @Valid SandboxChallengeRequest request) {
        sandbox.answerChallenge(orders.own(id), request.outcome() == SandboxChallengeRequest.Outcome.PASSED);
        return orders.view(id);
    }

    @POST
    @Path("/{id}/expire")
    @Operation(
            operationId = "expireSandboxOrder",
            summary = "Let the time for paying a test order run out",
            description = "Succeeds too when it has expired already.")
    public OrderView expire(@PathParam("id") UUID id) {
        sandbox.expire(orders.own(id));
        return orders.view(id);
    }

    @POST
    @Path("/{id}/cancel")
    @Operation(
            operationId = "cancelSandboxOrder",
            summary = "Cancel a test order as its buyer would",
            description =
                    "409 `order-not-cancellable` once the brand has confirmed it, as for every buyer. Succeeds too"
                            + " when it is cancelled already.")
    public OrderView cancel(@PathParam("id") UUID id) {
        sandbox.requestCancellation(orders.own(id));
        return orders.view(id);
    }

    @POST
    @Path("/{id}/deliver")
    @Operation(
            operationId = "deliverSandboxOrder",
            summary = "Let the parcels of a test order arrive",
            description = "All that were shipped by now. Succeeds too when they have arrived already.")
    public OrderView deliver(@PathParam("id") UUID id) {
        sandbox.deliver(orders.own(id), orders.brandItself());
        return orders.view(id);
    }

    @POST
    @Path("/{id}/returns")
    @Idempotent(Idempotent.Mode.BY_HAND)
    @ResponseStatus(201)
    @Operation(
            operationId = "returnSandboxOrder",
            summary = "Ask to send goods of a test order back, as its buyer would",
            description = "Approve and receive it with the real operations.")
    public ReturnView requestReturn(@PathParam("id") UUID id, @NotNull @Valid SandboxReturnRequest request) {
        Order order = orders.own(id);
        return returns.request(order, request.of(id), SandboxOrders.buyer(order), key);
    }

    @POST
    @Path("/{id}/refunds")
    @Idempotent(Idempotent.Mode.LEASE)
    @ResponseStatus(201)
    @Operation(
            operationId = "refundSandboxOrder",
            summary = "Give money of a test order back",
            description = "As an operator's goodwill. 409 `refund-exceeds-captured` names what can be refunded.")
    public RefundView refund(@PathParam("id") UUID id, @NotNull @Valid SandboxRefundRequest request) {
        return RefundView.of(sandbox.refund(orders.own(id), request, requestId(), orders.brandItself()));
    }

    private String requestId() {
        return HexFormat.of().formatHex(key.id());
    }
}

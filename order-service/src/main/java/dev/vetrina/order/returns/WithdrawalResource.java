package dev.vetrina.order.returns;

import dev.vetrina.kit.idempotency.Idempotent;
import dev.vetrina.kit.idempotency.IdempotentRequest;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.kit.security.Roles;
import dev.vetrina.order.lifecycle.Actor;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1/withdrawals")
@RunOnVirtualThread
@RolesAllowed({Roles.CUSTOMER, Roles.OPERATOR})
@Tag(name = "Returns")
class WithdrawalResource {

    private final WithdrawalService service;
    private final ReturnAccess access;
    private final Caller caller;
    private final IdempotentRequest key;

    WithdrawalResource(WithdrawalService service, ReturnAccess access, Caller caller, IdempotentRequest key) {
        this.service = service;
        this.access = access;
        this.caller = caller;
        this.key = key;
    }

    @POST
    @Idempotent(Idempotent.Mode.BY_HAND)
    @ResponseStatus(201)
    @Operation(
            operationId = "prepareWithdrawal",
            summary = "Withdraw from a contract, first step: say from what",
            description =
                    "Nothing is declared until it is confirmed. Open from the payment until 14 days after the last of a"
                            + " brand's part has arrived: 409 `withdrawal-period-over`.")
    public WithdrawalView prepare(@NotNull @Valid WithdrawalRequest request) {
        return service.prepare(access.ownOrder(request.orderId()), request, Actor.ofBuyer(caller), key);
    }

    @POST
    @Path("/{id}/confirm")
    @Operation(
            operationId = "confirmWithdrawal",
            summary = "Withdraw from a contract, second step: confirm it",
            description =
                    "The answer is the acknowledgement, with the declaration's content, date and time. What was not"
                            + " shipped is cancelled, for the rest there is a return that is approved already. Succeeds too when it"
                            + " is declared already.")
    public WithdrawalView confirm(@PathParam("id") UUID id) {
        service.confirm(access.orderOfWithdrawal(id), id, Actor.ofBuyer(caller));
        return access.withdrawal(id);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getWithdrawal",
            summary = "A withdrawal; once declared, its acknowledgement",
            description = "With the content, date and time of the declaration. They never change.")
    public WithdrawalView get(@PathParam("id") UUID id) {
        return access.withdrawal(id);
    }
}

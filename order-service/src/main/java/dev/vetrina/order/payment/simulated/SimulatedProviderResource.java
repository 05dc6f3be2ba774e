package dev.vetrina.order.payment.simulated;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.kit.security.Roles;
import dev.vetrina.order.lifecycle.Orders;
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

@Path("/v1/simulated-provider")
@RunOnVirtualThread
@Tag(name = "Simulated provider")
class SimulatedProviderResource {

    private final SimulatedPayments provider;
    private final SimulatedSwitch power;
    private final Orders orders;
    private final Caller caller;

    SimulatedProviderResource(SimulatedPayments provider, SimulatedSwitch power, Orders orders, Caller caller) {
        this.provider = provider;
        this.power = power;
        this.orders = orders;
        this.caller = caller;
    }

    @POST
    @Path("/challenges/{paymentId}")
    @RolesAllowed(Roles.CUSTOMER)
    @Operation(
            operationId = "answerSimulatedChallenge",
            summary = "Pass or fail a challenge of the simulated provider",
            description = "What the buyer would do on the bank's page. Confirm the payment afterwards.")
    public void answer(@PathParam("paymentId") UUID paymentId, @NotNull @Valid ChallengeRequest request) {
        power.requireOn();
        requireOwn(paymentId);
        provider.challenge(paymentId, request.outcome() == ChallengeRequest.Outcome.PASSED);
    }

    /** Nobody answers for the buyer: 404 also for the payment of somebody else. */
    private void requireOwn(UUID paymentId) {
        boolean own = orders.findPayment(paymentId)
                .map(payment -> orders.get(payment.orderId()).origin().customerId())
                .filter(caller.subject()::equals)
                .isPresent();
        if (!own) {
            throw ProblemException.notFound("payment", paymentId);
        }
    }

    @GET
    @Path("/charges/{paymentId}")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "getSimulatedCharge",
            summary = "The simulated provider's own record of a payment",
            description = "What was really charged, to be compared with the order: `captures` is never more than 1"
                    + " if it was to be captured at once.")
    public ChargeView charge(@PathParam("paymentId") UUID paymentId) {
        power.requireOn();
        return provider.charge(paymentId);
    }
}

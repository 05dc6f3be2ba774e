package dev.vetrina.order.payment.simulated;

import dev.vetrina.kit.security.Roles;
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

    SimulatedProviderResource(SimulatedPayments provider) {
        this.provider = provider;
    }

    @POST
    @Path("/challenges/{paymentId}")
    @RolesAllowed(Roles.CUSTOMER)
    @Operation(
            operationId = "answerSimulatedChallenge",
            summary = "Pass or fail a challenge of the simulated provider",
            description = "What the buyer would do on the bank's page. Confirm the payment afterwards.")
    public void answer(@PathParam("paymentId") UUID paymentId, @NotNull @Valid ChallengeRequest request) {
        provider.challenge(paymentId, request.outcome() == ChallengeRequest.Outcome.PASSED);
    }

    @GET
    @Path("/charges/{paymentId}")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "getSimulatedCharge",
            summary = "The simulated provider's own record of a payment",
            description = "What was really charged, to be compared with the order: `captures` is never more than 1.")
    public ChargeView charge(@PathParam("paymentId") UUID paymentId) {
        return provider.charge(paymentId);
    }
}

package dev.vetrina.kit.trial;

import dev.vetrina.kit.idempotency.Idempotent;
import dev.vetrina.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1/charges")
@RolesAllowed(Roles.CUSTOMER)
@RunOnVirtualThread
@Tag(name = "Trials")
class ChargeResource {

    private final Charges charges;
    private final Gate gate;

    ChargeResource(Charges charges, Gate gate) {
        this.charges = charges;
        this.gate = gate;
    }

    @POST
    @Idempotent(Idempotent.Mode.LEASE)
    @ResponseStatus(201)
    @Operation(operationId = "createCharge", summary = "Charge with a provider that is not part of the transaction")
    public Charge charge(@Valid @NotNull ChargeRequest request) throws InterruptedException {
        return new Charge(charges.charge(gate), request.amount());
    }

    record ChargeRequest(@Min(1) int amount) {}

    record Charge(UUID id, int amount) {}
}

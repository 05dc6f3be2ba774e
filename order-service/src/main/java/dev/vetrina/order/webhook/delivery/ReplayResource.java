package dev.vetrina.order.webhook.delivery;

import dev.vetrina.kit.security.Caller;
import dev.vetrina.kit.security.NeedsScope;
import dev.vetrina.kit.security.Roles;
import dev.vetrina.kit.security.Scopes;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1/webhook-endpoints/{id}/replay")
@RunOnVirtualThread
@RolesAllowed({Roles.BRAND, Roles.OPERATOR})
@NeedsScope(Scopes.WEBHOOKS_MANAGE)
@Tag(name = "Webhooks")
class ReplayResource {

    private final Replays replays;
    private final Caller caller;

    ReplayResource(Replays replays, Caller caller) {
        this.replays = replays;
        this.caller = caller;
    }

    @POST
    @ResponseStatus(202)
    @Operation(
            operationId = "replayWebhooks",
            summary = "Send an endpoint again what happened in a period",
            description =
                    "Every message of the period that the endpoint is subscribed to, also what it never got because it"
                            + " did not exist or was disabled, each with the `webhook-id` that it had; oldest first, beside what"
                            + " happens now. At most 10,000 at once: 422 for a longer period. 409 `webhook-endpoint-disabled` where"
                            + " the endpoint is disabled.")
    public ReplayView replay(@PathParam("id") UUID id, @NotNull @Valid ReplayRequest request) {
        return new ReplayView(replays.replay(id, request, caller));
    }
}

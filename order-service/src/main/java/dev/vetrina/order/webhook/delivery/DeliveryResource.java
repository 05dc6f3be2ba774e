package dev.vetrina.order.webhook.delivery;

import dev.vetrina.kit.http.Page;
import dev.vetrina.kit.http.PageParams;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.kit.security.NeedsScope;
import dev.vetrina.kit.security.Roles;
import dev.vetrina.kit.security.Scopes;
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
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1/webhook-deliveries")
@RunOnVirtualThread
@RolesAllowed({Roles.BRAND, Roles.OPERATOR})
@NeedsScope(Scopes.WEBHOOKS_MANAGE)
@Tag(name = "Webhooks")
class DeliveryResource {

    private final DeliveryList deliveries;
    private final DeliveryDetails details;
    private final Replays replays;
    private final Caller caller;

    DeliveryResource(DeliveryList deliveries, DeliveryDetails details, Replays replays, Caller caller) {
        this.deliveries = deliveries;
        this.details = details;
        this.replays = replays;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listWebhookDeliveries",
            summary = "Messages on their way to endpoints, newest first",
            description =
                    "Of the caller's brand, of the last 30 days: waiting, tried again, delivered, failed or cancelled.")
    public Page<DeliveryView> list(@Valid @BeanParam DeliveryFilter filter, @Valid @BeanParam PageParams page) {
        UUID brandId = caller.is(Roles.OPERATOR)
                ? filter.brandId
                : caller.brandId().orElseThrow(() -> ProblemException.forbidden("The token names no brand."));
        return Page.byId(deliveries.list(brandId, filter, page), page, DeliveryView::id, delivery -> delivery);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getWebhookDelivery",
            summary = "One delivery, with what was sent and what was answered",
            description =
                    "Body and headers as they are sent, without the signature; of each attempt the status, how long it"
                            + " took and the first kilobyte of the answer.")
    public DeliveryDetailView get(@PathParam("id") UUID id) {
        return details.get(id, caller);
    }

    @POST
    @Path("/{id}/replay")
    @ResponseStatus(202)
    @Operation(
            operationId = "replayWebhookDelivery",
            summary = "Send one message to its endpoint again",
            description = "Now, with the `webhook-id` that it had, and ten attempts again. 409"
                    + " `webhook-endpoint-disabled` where the endpoint is disabled.")
    public DeliveryView replay(@PathParam("id") UUID id) {
        replays.replay(details.get(id, caller).delivery(), caller);
        return details.get(id, caller).delivery();
    }
}

package dev.vetrina.order.webhook.message;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vetrina.kit.http.Page;
import dev.vetrina.kit.security.NeedsScope;
import dev.vetrina.kit.security.Roles;
import dev.vetrina.kit.security.Scopes;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/webhook-event-types")
@RunOnVirtualThread
@RolesAllowed({Roles.BRAND, Roles.OPERATOR})
@NeedsScope(Scopes.WEBHOOKS_MANAGE)
@Tag(name = "Webhooks")
class EventTypeResource {

    private static final Map<WebhookEventType, ObjectNode> EXAMPLES = EventTypeExamples.all();

    @GET
    @Operation(
            operationId = "listWebhookEventTypes",
            summary = "What webhooks tell of, each with an example",
            description = "All on one page. A message has `type`, `timestamp` and `data`; one that would be longer than"
                    + " 20 kB leaves its lists out and says `incomplete`: fetch the rest with its ids. `sequence` rises with every"
                    + " change of the order, variant or deal: ignore what is not higher than what you know.")
    public Page<EventTypeView> list() {
        return new Page<>(
                Arrays.stream(WebhookEventType.values())
                        .map(EventTypeResource::view)
                        .toList(),
                null);
    }

    private static EventTypeView view(WebhookEventType type) {
        return new EventTypeView(
                type.code(), type.description(), type.subscribed(), requireNonNull(EXAMPLES.get(type)));
    }
}

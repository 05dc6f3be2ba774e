package dev.vetrina.order.webhook.message;

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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/webhook-messages")
@RunOnVirtualThread
@RolesAllowed({Roles.BRAND, Roles.OPERATOR})
@NeedsScope(Scopes.WEBHOOKS_MANAGE)
@Tag(name = "Webhooks")
class MessageResource {

    private final MessageList messages;
    private final Caller caller;

    MessageResource(MessageList messages, Caller caller) {
        this.messages = messages;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listWebhookMessages",
            summary = "What was told, newest first",
            description = "Messages to the caller's brand, whichever endpoint got them, of the last 30 days; also those"
                    + " that came while an endpoint was disabled. Stored from the first endpoint of a brand on.")
    public Page<MessageView> list(@Valid @BeanParam MessageFilter filter, @Valid @BeanParam PageParams page) {
        UUID brandId = caller.is(Roles.OPERATOR)
                ? filter.brandId
                : caller.brandId().orElseThrow(() -> ProblemException.forbidden("The token names no brand."));
        return Page.byId(messages.list(brandId, filter, page), page, MessageView::id, message -> message);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getWebhookMessage",
            summary = "One message",
            description = "Its deliveries are in `/v1/webhook-deliveries?messageId=`.")
    public MessageView get(@PathParam("id") UUID id) {
        return messages.find(id)
                .filter(message -> caller.actsFor(message.brandId()))
                .orElseThrow(() -> ProblemException.notFound("webhook message", id));
    }
}

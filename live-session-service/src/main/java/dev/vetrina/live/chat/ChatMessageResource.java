package dev.vetrina.live.chat;

import dev.vetrina.kit.http.Page;
import dev.vetrina.kit.http.PageParams;
import dev.vetrina.kit.security.Roles;
import dev.vetrina.live.chat.PostService.Posted;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

@Path("/v1/sessions/{id}/chat-messages")
@RunOnVirtualThread
@Tag(name = "Chat")
class ChatMessageResource {

    private static final int ONE_DAY_MILLIS = 86_400_000;

    private final PostService posts;
    private final MessageService service;

    ChatMessageResource(PostService posts, MessageService service) {
        this.posts = posts;
        this.service = service;
    }

    /** In which order messages are listed. */
    enum MessageOrder {
        OLDEST_FIRST,
        NEWEST_FIRST
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.CUSTOMER, Roles.CREATOR, Roles.MODERATOR, Roles.OPERATOR})
    @ResponseStatus(201)
    @Operation(
            operationId = "postChatMessage",
            summary = "Write into the chat of a live session",
            description = "Everybody reads it in the array `chat` of the feed's pulse, unless its state is HELD: then a"
                    + " moderator looks at it first. Plain text: it is never interpreted, and what cannot be"
                    + " seen is taken out of it. Only what the host, moderators and operators write has"
                    + " `links`. A customer may send 5 messages in 10 seconds, in all sessions together (429"
                    + " `too-many-messages`; over several instances that is a close approximation), in slow"
                    + " mode one in so many seconds (429 `slow-mode`; exact over all instances). The same"
                    + " text again within 30 seconds answers 409 `same-message`, a chat that is not open 409"
                    + " `chat-closed`, whoever is kept from writing 403 `muted` or `banned`. Repeated with the"
                    + " same Idempotency-Key it is posted once, also after a 503.")
    public ChatMessageView post(
            @PathParam("id") UUID sessionId,
            @HeaderParam("Idempotency-Key")
                    @Parameter(description = "Optional: a fresh value of 1 to 255 visible characters for every message")
                    @Nullable
                    String key,
            @Valid @NotNull PostMessageRequest request,
            @Context HttpServerResponse response) {
        Posted posted = posts.post(sessionId, key, request.text());
        posted.headers().forEach(response::putHeader);
        return ChatMessageView.of(posted.message(), null);
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listChatMessages",
            summary = "What was written in a session",
            description =
                    "What viewers may see, in the order in which it was written or newest first; each message with"
                            + " its offset, for a replay. The other states, such as HELD for the review queue, are for the"
                            + " session's host and moderators, and for operators. A message is listed within seconds.")
    public Page<ChatMessageView> list(
            @PathParam("id") UUID sessionId,
            @QueryParam("state") @DefaultValue("VISIBLE") ListedState state,
            @QueryParam("order") @DefaultValue("OLDEST_FIRST") MessageOrder order,
            @QueryParam("fromOffsetMillis")
                    @DefaultValue("0")
                    @Min(0)
                    @Max(ONE_DAY_MILLIS)
                    @Parameter(description = "Only what was written from this offset into the session on")
                    long fromOffsetMillis,
            @Valid @BeanParam PageParams page) {
        return service.list(
                sessionId,
                MessageState.valueOf(state.name()),
                order == MessageOrder.NEWEST_FIRST,
                fromOffsetMillis,
                page);
    }

    @POST
    @Path("/{messageId}/approve")
    @RolesAllowed({Roles.CUSTOMER, Roles.CREATOR, Roles.MODERATOR, Roles.OPERATOR})
    @Operation(
            operationId = "approveChatMessage",
            summary = "Show a message that was held or hidden",
            description = "For the session's host and moderators, and for operators. Viewers get it as a new message.")
    public ChatMessageView approve(@PathParam("id") UUID sessionId, @PathParam("messageId") UUID messageId) {
        return service.approve(sessionId, messageId);
    }

    @POST
    @Path("/{messageId}/hide")
    @RolesAllowed({Roles.CUSTOMER, Roles.CREATOR, Roles.MODERATOR, Roles.OPERATOR})
    @Operation(
            operationId = "hideChatMessage",
            summary = "Take a message off the screens, or reject one that is held",
            description = "By the session's host and moderators, and operators, on what those below them wrote (403"
                    + " `author-protected`). Viewers are told its id and state in the pulse; a pinned one is"
                    + " unpinned.")
    public ChatMessageView hide(@PathParam("id") UUID sessionId, @PathParam("messageId") UUID messageId) {
        return service.hide(sessionId, messageId);
    }

    @DELETE
    @Path("/{messageId}")
    @RolesAllowed({Roles.CUSTOMER, Roles.CREATOR, Roles.MODERATOR, Roles.OPERATOR})
    @Operation(
            operationId = "eraseChatMessage",
            summary = "Erase a message of one's own",
            description = "For good: from the store, from exports and from the screens. Operators erase anybody's.")
    public void erase(@PathParam("id") UUID sessionId, @PathParam("messageId") UUID messageId) {
        service.erase(sessionId, messageId);
    }
}

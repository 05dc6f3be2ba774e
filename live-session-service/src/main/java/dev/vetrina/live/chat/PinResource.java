package dev.vetrina.live.chat;

import dev.vetrina.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Any role may belong to a moderator of one session: who may do this is decided by the session. */
@Path("/v1/sessions/{id}/chat-pin")
@RunOnVirtualThread
@RolesAllowed({Roles.CUSTOMER, Roles.CREATOR, Roles.MODERATOR, Roles.OPERATOR})
@Tag(name = "Chat")
class PinResource {

    private final PinService service;

    PinResource(PinService service) {
        this.service = service;
    }

    @PUT
    @Operation(
            operationId = "pinChatMessage",
            summary = "Keep a message on the screen",
            description = "Instead of the one before, if there is one. Viewers learn of it by the fact"
                    + " `chat-message-pinned`, and those who come later by the session's `chat.pinnedMessage`. For the"
                    + " session's host and moderators, and for operators.")
    public ChatMessageView pin(@PathParam("id") UUID sessionId, @Valid @NotNull PinMessageRequest request) {
        return service.pin(sessionId, request.messageId());
    }

    @DELETE
    @Operation(
            operationId = "unpinChatMessage",
            summary = "Take the pinned message off",
            description = "It stays in the chat. Without a pinned message nothing happens.")
    public void unpin(@PathParam("id") UUID sessionId) {
        service.unpin(sessionId);
    }
}

package dev.vetrina.live.moderation;

import dev.vetrina.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Any role may belong to a moderator of one session: who may do this is decided by the session. */
@Path("/v1/sessions/{id}/chat-settings")
@RunOnVirtualThread
@Tag(name = "Chat", description = "What viewers write, and who may write what")
class ChatSettingsResource {

    private final ChatSettingsService service;

    ChatSettingsResource(ChatSettingsService service) {
        this.service = service;
    }

    @GET
    @RolesAllowed({Roles.CUSTOMER, Roles.CREATOR, Roles.MODERATOR, Roles.OPERATOR})
    @Operation(
            operationId = "getChatSettings",
            summary = "How the chat of a session is run",
            description =
                    "For the session's host and moderators, and for operators. Viewers see mode and slow mode in the"
                            + " session itself.")
    public ChatSettingsView get(@PathParam("id") UUID sessionId) {
        return service.get(sessionId);
    }

    @PUT
    @RolesAllowed({Roles.CUSTOMER, Roles.CREATOR, Roles.MODERATOR, Roles.OPERATOR})
    @Operation(
            operationId = "editChatSettings",
            summary = "Change how the chat of a session is run",
            description = "By the session's host and moderators, and operators. It holds for the next message, on every"
                    + " instance within a second. Viewers learn of mode and slow mode by the fact"
                    + " `chat-settings-changed`.")
    public ChatSettingsView edit(
            @PathParam("id") UUID sessionId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ChatSettingsRequest request) {
        return service.edit(sessionId, ifMatch, request);
    }
}

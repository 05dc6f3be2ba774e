package dev.vetrina.live.stream;

import dev.vetrina.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/sessions/{id}/stream")
@RunOnVirtualThread
@Tag(name = "Sessions")
class StreamResource {

    private final StreamService service;

    StreamResource(StreamService service) {
        this.service = service;
    }

    @GET
    @RolesAllowed({Roles.CREATOR, Roles.CUSTOMER, Roles.MODERATOR, Roles.OPERATOR})
    @Operation(
            operationId = "getStream",
            summary = "Get the state of a session's encoder",
            description =
                    "For its host, operators and whoever runs the show with them. Viewers find where to watch in the"
                            + " session's `playback`.")
    public StreamView get(@PathParam("id") UUID id) {
        return service.get(id);
    }

    @PUT
    @RolesAllowed({Roles.CREATOR, Roles.CUSTOMER, Roles.MODERATOR, Roles.OPERATOR})
    @Operation(
            operationId = "editStream",
            summary = "Say what a session's encoder leads to",
            description = "If-Match takes the stream's ETag. Once the session is over it answers 409 `session-closed`.")
    public StreamView edit(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull EditStreamRequest request) {
        return service.edit(id, ifMatch, Boolean.TRUE.equals(request.startWhenStreaming()));
    }

    @POST
    @Path("/rotate-key")
    @RolesAllowed({Roles.CREATOR, Roles.CUSTOMER, Roles.MODERATOR, Roles.OPERATOR})
    @Operation(
            operationId = "rotateStreamKey",
            summary = "Make a new stream key",
            description =
                    "The first one, or one in place of another, which lets nobody in any more: whoever streams with it"
                            + " counts as lost. The key is shown in this answer only. Once the session is over it answers"
                            + " 409 `session-closed`.")
    public StreamKeyView rotateKey(@PathParam("id") UUID id) {
        return service.changeKey(id);
    }
}

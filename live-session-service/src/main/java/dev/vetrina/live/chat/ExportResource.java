package dev.vetrina.live.chat;

import dev.vetrina.kit.security.Roles;
import dev.vetrina.live.session.Sessions.Attendance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/sessions/{id}/chat-export")
@RunOnVirtualThread
@Tag(name = "Chat")
class ExportResource {

    private final ExportService service;

    ExportResource(ExportService service) {
        this.service = service;
    }

    @GET
    @Produces("application/x-ndjson")
    @RolesAllowed({Roles.CUSTOMER, Roles.CREATOR, Roles.OPERATOR})
    @Operation(
            operationId = "exportChat",
            summary = "All that was written in a session",
            description =
                    "For the session's host and for operators: one message a line, in the order in which they were"
                            + " written, those that were held or hidden, too. What was erased is not in it.")
    @APIResponse(
            responseCode = "200",
            description = "Lines of JSON, each a ChatMessage",
            content = @Content(mediaType = "application/x-ndjson", schema = @Schema(implementation = String.class)))
    public StreamingOutput export(@PathParam("id") UUID sessionId) {
        Attendance attendance = service.requireHost(sessionId);
        return out -> service.write(sessionId, attendance.startedAt(), out);
    }
}

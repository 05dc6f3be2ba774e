package dev.vetrina.live.follow;

import dev.vetrina.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/sessions/{id}/reminder")
@RunOnVirtualThread
@Tag(name = "Follows", description = "Whom and what a customer wants to be told of")
class ReminderResource {

    private final FollowService service;

    ReminderResource(FollowService service) {
        this.service = service;
    }

    @PUT
    @RolesAllowed(Roles.CUSTOMER)
    @Operation(
            operationId = "remindOfSession",
            summary = "Be reminded of a session",
            description =
                    "The caller is told shortly before it starts, when it is live, and if it is put off. Only while it is scheduled: else 409 `session-not-scheduled`. Asking twice changes nothing.")
    public void remind(@PathParam("id") UUID id) {
        service.remind(id);
    }

    @DELETE
    @RolesAllowed(Roles.CUSTOMER)
    @Operation(
            operationId = "forgetReminder",
            summary = "Be reminded of a session no longer",
            description = "Also where no reminder was asked for. It needs no If-Match.")
    public void forget(@PathParam("id") UUID id) {
        service.forget(id);
    }
}

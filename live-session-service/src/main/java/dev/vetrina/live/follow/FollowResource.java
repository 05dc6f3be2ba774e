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

@Path("/v1/creators/{id}/follow")
@RunOnVirtualThread
@Tag(name = "Follows")
class FollowResource {

    private final FollowService service;

    FollowResource(FollowService service) {
        this.service = service;
    }

    @PUT
    @RolesAllowed(Roles.CUSTOMER)
    @Operation(
            operationId = "followCreator",
            summary = "Follow a creator",
            description =
                    "The caller is told when the creator announces a session, puts it off or goes live. Following twice changes nothing.")
    public void follow(@PathParam("id") UUID id) {
        service.follow(id);
    }

    @DELETE
    @RolesAllowed(Roles.CUSTOMER)
    @Operation(
            operationId = "unfollowCreator",
            summary = "Follow a creator no longer",
            description = "Also where the caller does not follow. It needs no If-Match.")
    public void unfollow(@PathParam("id") UUID id) {
        service.unfollow(id);
    }
}

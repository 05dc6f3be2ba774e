package dev.vetrina.kit.trial;

import dev.vetrina.kit.security.Caller;
import dev.vetrina.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/v1/late/caller")
@RolesAllowed(Roles.OPERATOR)
@RunOnVirtualThread
class LateResource {

    private final Caller caller;

    LateResource(Caller caller) {
        this.caller = caller;
    }

    @GET
    @Operation(hidden = true)
    public String subject() {
        return caller.subject();
    }
}

package dev.vetrina.live.chat;

import dev.vetrina.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/chat-erasures")
@RunOnVirtualThread
@Tag(name = "Chat")
class ErasureResource {

    private final ErasureService service;

    ErasureResource(ErasureService service) {
        this.service = service;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.CUSTOMER, Roles.CREATOR, Roles.MODERATOR, Roles.OPERATOR})
    @Operation(
            operationId = "eraseChat",
            summary = "Erase all that somebody wrote in any chat",
            description =
                    "One's own messages, or those of the customer that an operator names. They go from the store, from"
                            + " exports, from the timeline and from the screens; Kafka forgets them within a day (a"
                            + " pinned one within thirty). Sanctions stay.")
    public ErasureView erase(@Valid @NotNull ErasureRequest request) {
        return service.erase(request);
    }
}

package dev.vetrina.live.replay;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/sessions/{id}/replay")
@RunOnVirtualThread
@Tag(name = "Sessions")
class ReplayResource {

    private final ReplayService service;

    ReplayResource(ReplayService service) {
        this.service = service;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "getReplay",
            summary = "Watch a session again",
            description =
                    "After its end: the recording, what was on screen when, and the products with today's prices. Before, it"
                            + " answers 409 `session-not-over`.")
    public ReplayView get(
            @PathParam("id") UUID id,
            @QueryParam("market")
                    @NotNull
                    @Pattern(regexp = "[A-Z]{2}")
                    @Parameter(description = "Whose prices are shown: one of the session's", required = true)
                    String market) {
        return service.replay(id, market);
    }
}

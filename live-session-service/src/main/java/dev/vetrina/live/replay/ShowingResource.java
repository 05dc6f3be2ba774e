package dev.vetrina.live.replay;

import dev.vetrina.kit.http.Page;
import dev.vetrina.kit.http.PageParams;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/showings")
@RunOnVirtualThread
@Tag(name = "Sessions")
class ShowingResource {

    private final ShowingService service;

    ShowingResource(ShowingService service) {
        this.service = service;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listShowings",
            summary = "List the sessions that showed a product",
            description =
                    "Live ones and those that have ended, the latest first, with the moments of the show at which the"
                            + " product was put on screen.")
    public Page<ShowingView> list(
            @QueryParam("productId") @NotNull @Parameter(required = true) UUID productId,
            @Valid @BeanParam PageParams page) {
        return service.of(productId, page);
    }
}

package dev.vetrina.live.feed;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Asked by gateways only; they do not route it. */
@Path("/internal/feed/{sessionId}/opening")
@RunOnVirtualThread
class FeedOpeningResource {

    private final FeedOpenings openings;

    FeedOpeningResource(FeedOpenings openings) {
        this.openings = openings;
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public FeedOpening open(
            @PathParam("sessionId") UUID sessionId,
            @QueryParam("market") @NotNull @Pattern(regexp = "[A-Z]{2}") String market,
            @QueryParam("lastEventId") @Nullable String lastEventId,
            @QueryParam("ticket") @Size(max = 200) @Nullable String ticket,
            @QueryParam("byGateway") @DefaultValue("false") boolean byGateway) {
        return openings.open(sessionId, market, lastEventId, ticket, byGateway);
    }
}

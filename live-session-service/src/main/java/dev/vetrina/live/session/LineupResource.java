package dev.vetrina.live.session;

import dev.vetrina.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/sessions/{id}")
@RunOnVirtualThread
@Tag(name = "Sessions")
class LineupResource {

    private final LineupService service;
    private final Snapshots snapshots;

    LineupResource(LineupService service, Snapshots snapshots) {
        this.service = service;
        this.snapshots = snapshots;
    }

    @GET
    @Path("/lineup")
    @PermitAll
    @Operation(
            operationId = "getLineup",
            summary = "Get the products of a session",
            description =
                    "With the prices of one market as they are now, and whether they are sold out. A draft's is seen by its host and operators only.")
    public LineupView get(
            @PathParam("id") UUID id,
            @QueryParam("market")
                    @Pattern(regexp = "[A-Z]{2}")
                    @Parameter(description = "Whose prices are shown; by default the session's first market")
                    @Nullable
                    String market) {
        return LineupView.of(snapshots.asCaller(id, market));
    }

    @PUT
    @Path("/lineup")
    @RolesAllowed({Roles.CREATOR, Roles.CUSTOMER, Roles.MODERATOR, Roles.OPERATOR})
    @Operation(
            operationId = "editLineup",
            summary = "Replace the products of a session",
            description =
                    "Until it is over, once live with at least one. New products must be active and of a brand that is not suspended; one that is not"
                            + " known yet answers 404 `not-yet-visible` and can be tried again. A pinned product that goes is"
                            + " unpinned. If-Match takes the session's ETag.")
    public LineupView replace(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull LineupRequest request) {
        service.replace(id, ifMatch, request.productIds());
        return get(id, null);
    }

    @POST
    @Path("/lineup/moves")
    @RolesAllowed({Roles.CREATOR, Roles.CUSTOMER, Roles.MODERATOR, Roles.OPERATOR})
    @Operation(
            operationId = "moveInLineup",
            summary = "Move a product right before or after another one of the lineup",
            description =
                    "Without If-Match it is made in the order that the moves before it have left, so that several people can"
                            + " reorder at once. With If-Match, the session's ETag, it is refused if anything was edited since."
                            + " A product that is not in the lineup any more answers 409 `not-in-lineup`.")
    public LineupView move(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull MoveRequest request) {
        service.move(id, ifMatch, request);
        return get(id, null);
    }

    @POST
    @Path("/cue")
    @RolesAllowed({Roles.CREATOR, Roles.CUSTOMER, Roles.MODERATOR, Roles.OPERATOR})
    @Operation(
            operationId = "cueNextProduct",
            summary = "Pin the next product of the lineup",
            description =
                    "The one behind the product that was on screen last; if that has left the lineup, the first one that was"
                            + " never shown. Names the product that the caller saw as the last one, so that a button that two"
                            + " people press, or one presses twice, goes on by one product only. Answers 409 `cue-stale` if"
                            + " something else was shown meanwhile, and 409 `lineup-at-its-end` behind the last one.")
    public SessionView cue(@PathParam("id") UUID id, @Valid @NotNull CueRequest request) {
        return service.cue(id, request.currentProductId());
    }

    @POST
    @Path("/pin")
    @RolesAllowed({Roles.CREATOR, Roles.CUSTOMER, Roles.MODERATOR, Roles.OPERATOR})
    @Operation(
            operationId = "pinProduct",
            summary = "Pin a product of the lineup on screen",
            description = "Only while the session is live or paused; it replaces what was pinned.")
    public SessionView pin(@PathParam("id") UUID id, @Valid @NotNull PinRequest request) {
        return service.pin(id, request.productId());
    }

    @DELETE
    @Path("/pin")
    @RolesAllowed({Roles.CREATOR, Roles.CUSTOMER, Roles.MODERATOR, Roles.OPERATOR})
    @Operation(
            operationId = "unpinProduct",
            summary = "Unpin what is pinned, if anything",
            description = "A command of the show, not an edit: it needs no If-Match.")
    public void unpin(@PathParam("id") UUID id) {
        service.unpin(id);
    }
}

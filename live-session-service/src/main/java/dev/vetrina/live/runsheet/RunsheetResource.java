package dev.vetrina.live.runsheet;

import dev.vetrina.kit.security.NeedsScope;
import dev.vetrina.kit.security.Roles;
import dev.vetrina.kit.security.Scopes;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/sessions/{id}")
@RunOnVirtualThread
@Tag(name = "Sessions")
class RunsheetResource {

    private final RunsheetService service;

    RunsheetResource(RunsheetService service) {
        this.service = service;
    }

    @GET
    @Path("/runsheet")
    @RolesAllowed({Roles.CREATOR, Roles.CUSTOMER, Roles.MODERATOR, Roles.OPERATOR})
    @Operation(
            operationId = "getRunsheet",
            summary = "Get what is planned for a session",
            description = "For its host, moderators and operators: the lineup with planned and measured airtime, notes,"
                    + " and the slots of its brands.")
    public RunsheetView get(@PathParam("id") UUID id) {
        return service.get(id);
    }

    @PUT
    @Path("/runsheet")
    @RolesAllowed({Roles.CREATOR, Roles.CUSTOMER, Roles.MODERATOR, Roles.OPERATOR})
    @Operation(
            operationId = "editRunsheet",
            summary = "Replace what is planned for a session",
            description =
                    "Until it is over. Which products there are, and in which order, is the lineup's to say; a product that"
                            + " leaves it keeps its plan until the next edit. If-Match takes the runsheet's ETag.")
    public RunsheetView edit(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull RunsheetRequest request) {
        return service.edit(id, ifMatch, request.plan());
    }

    @GET
    @Path("/airtime")
    @RolesAllowed({Roles.CREATOR, Roles.CUSTOMER, Roles.MODERATOR, Roles.OPERATOR, Roles.BRAND})
    @NeedsScope(Scopes.STATISTICS_READ)
    @Operation(
            operationId = "getAirtime",
            summary = "How long products and brands were on screen",
            description =
                    "Measured from the facts of the timeline: from a pin to the next one, the unpinning or the end,"
                            + " without pauses. For its host, moderators and operators; a partner sees its own brand's only.")
    public AirtimeView airtime(@PathParam("id") UUID id) {
        return service.airtime(id);
    }
}

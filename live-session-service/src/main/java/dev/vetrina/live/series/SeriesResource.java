package dev.vetrina.live.series;

import dev.vetrina.kit.http.Page;
import dev.vetrina.kit.http.PageParams;
import dev.vetrina.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

@Path("/v1/session-series")
@RunOnVirtualThread
@RolesAllowed({Roles.CREATOR, Roles.OPERATOR})
@Tag(name = "Sessions")
class SeriesResource {

    private final SeriesService service;

    SeriesResource(SeriesService service) {
        this.service = service;
    }

    @POST
    @ResponseStatus(201)
    @Operation(
            operationId = "createSessionSeries",
            summary = "Announce a session that comes again",
            description =
                    "Its days become scheduled sessions about four weeks ahead, the first ones at once. Each is then a"
                            + " session like any other; cancelling one leaves the series as it is.")
    public SeriesView create(@Valid @NotNull CreateSeriesRequest request) {
        return service.create(request.creatorId(), request.terms());
    }

    @GET
    @Operation(
            operationId = "listSessionSeries",
            summary = "List the series of a creator",
            description = "For the host and operators, in the order in which they were made.")
    public Page<SeriesView> list(
            @QueryParam("creatorId") @Parameter(description = "Creators may leave it out; operators name one") @Nullable
                    UUID creatorId,
            @Valid @BeanParam PageParams page) {
        return Page.byId(service.list(creatorId, page.after(), page.rows()), page, SeriesView::id, view -> view);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getSessionSeries", summary = "Get a series", description = "For the host and operators.")
    public SeriesView get(@PathParam("id") UUID id) {
        return service.get(id);
    }

    @PUT
    @Path("/{id}")
    @Operation(
            operationId = "editSessionSeries",
            summary = "Change a series from a day on",
            description =
                    "From the day of `localStart`, or from today if that has passed. Sessions that were announced and not"
                            + " changed by themselves are changed, or cancelled if their day is not in the new rule. What was"
                            + " cancelled stays so.")
    public SeriesView edit(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull SeriesTerms terms) {
        return service.edit(id, ifMatch, terms);
    }

    @POST
    @Path("/{id}/cancel")
    @Operation(
            operationId = "cancelSessionSeries",
            summary = "Cancel a day of a series and all that follow",
            description = "Also sessions that were changed by themselves. What is live is ended by itself.")
    public SeriesView cancel(@PathParam("id") UUID id, @Valid @NotNull CancelSeriesRequest request) {
        return service.cancel(id, request.from());
    }
}

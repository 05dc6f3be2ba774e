package dev.vetrina.live.session;

import dev.vetrina.kit.http.Page;
import dev.vetrina.kit.http.PageParams;
import dev.vetrina.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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

@Path("/v1/sessions")
@RunOnVirtualThread
@Tag(name = "Sessions", description = "Live shows")
class SessionResource {

    private final SessionService service;
    private final Sessions sessions;
    private final Snapshots snapshots;

    SessionResource(SessionService service, Sessions sessions, Snapshots snapshots) {
        this.service = service;
        this.sessions = sessions;
        this.snapshots = snapshots;
    }

    @POST
    @RolesAllowed({Roles.CREATOR, Roles.OPERATOR})
    @ResponseStatus(201)
    @Operation(
            operationId = "createSession",
            summary = "Create a session as a draft",
            description = "A draft is seen by its host and operators only, until it is scheduled.")
    public SessionView create(@Valid @NotNull CreateSessionRequest request) {
        return service.create(request);
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listSessions",
            summary = "List sessions",
            description =
                    "The public ones. Drafts, and what is unlisted or by invitation, are listed for their host, their"
                            + " team and operators only.")
    public Page<SessionView> list(@Valid @BeanParam SessionFilter filter, @Valid @BeanParam PageParams page) {
        return Page.byId(sessions.list(filter, page.after(), page.rows()), page, SessionView::id, view -> view);
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(
            operationId = "getSession",
            summary = "Get a session with its lineup",
            description = "A snapshot of the same shape as the feed's first event.")
    public SessionSnapshot get(
            @PathParam("id") UUID id,
            @QueryParam("market")
                    @Pattern(regexp = "[A-Z]{2}")
                    @Parameter(description = "Whose prices are shown; by default the session's first market")
                    @Nullable
                    String market) {
        return snapshots.asCaller(id, market);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({Roles.CREATOR, Roles.CUSTOMER, Roles.MODERATOR, Roles.OPERATOR})
    @Operation(
            operationId = "editSession",
            summary = "Change a draft or scheduled session",
            description = "Once the session is live, or over, it answers 409 `session-closed`.")
    public SessionView edit(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull EditSessionRequest request) {
        return service.edit(id, ifMatch, request);
    }

    @POST
    @Path("/{id}/schedule")
    @RolesAllowed({Roles.CREATOR, Roles.CUSTOMER, Roles.MODERATOR, Roles.OPERATOR})
    @Operation(
            operationId = "scheduleSession",
            summary = "Announce a session, or announce it anew for another time",
            description =
                    "From then on everybody sees it. The start must not be in the past. Once the session is live, or"
                            + " over, it answers 409 `illegal-transition`.")
    public SessionView schedule(@PathParam("id") UUID id, @Valid @NotNull ScheduleRequest request) {
        return service.schedule(id, request.startsAt());
    }

    @POST
    @Path("/{id}/postpone")
    @RolesAllowed({Roles.CREATOR, Roles.CUSTOMER, Roles.MODERATOR, Roles.OPERATOR})
    @Operation(
            operationId = "postponeSession",
            summary = "Announce a later start, and why",
            description =
                    "Of a scheduled session. Its viewers and whoever asked to be reminded are told. An earlier start"
                            + " is announced by `schedule`.")
    public SessionView postpone(@PathParam("id") UUID id, @Valid @NotNull PostponeRequest request) {
        return service.postpone(id, request.startsAt(), request.reason());
    }

    @POST
    @Path("/{id}/start")
    @RolesAllowed({Roles.CREATOR, Roles.CUSTOMER, Roles.MODERATOR, Roles.OPERATOR})
    @Operation(
            operationId = "startSession",
            summary = "Go live",
            description = "From scheduled, before or after the announced time, with at least one product in the lineup"
                    + " (409 `lineup-empty`). The lineup can still be changed while it is live.")
    public SessionView start(@PathParam("id") UUID id) {
        return service.start(id);
    }

    @POST
    @Path("/{id}/pause")
    @RolesAllowed({Roles.CREATOR, Roles.CUSTOMER, Roles.MODERATOR, Roles.OPERATOR})
    @Operation(
            operationId = "pauseSession",
            summary = "Interrupt a live session",
            description =
                    "The feed stays open and what is pinned stays pinned. The clocks of its deals stand still until"
                            + " it is resumed or ended.")
    public SessionView pause(@PathParam("id") UUID id) {
        return service.pause(id);
    }

    @POST
    @Path("/{id}/resume")
    @RolesAllowed({Roles.CREATOR, Roles.CUSTOMER, Roles.MODERATOR, Roles.OPERATOR})
    @Operation(
            operationId = "resumeSession",
            summary = "Go on with a paused session",
            description = "The clocks of its deals go on from where they stopped.")
    public SessionView resume(@PathParam("id") UUID id) {
        return service.resume(id);
    }

    @POST
    @Path("/{id}/end")
    @RolesAllowed({Roles.CREATOR, Roles.CUSTOMER, Roles.MODERATOR, Roles.OPERATOR})
    @Operation(
            operationId = "endSession",
            summary = "End a live or paused session",
            description = "Nothing stays pinned.")
    public SessionView end(@PathParam("id") UUID id) {
        return service.end(id);
    }

    @POST
    @Path("/{id}/cancel")
    @RolesAllowed({Roles.CREATOR, Roles.CUSTOMER, Roles.MODERATOR, Roles.OPERATOR})
    @Operation(
            operationId = "cancelSession",
            summary = "Cancel a session before it is live",
            description = "A live session is ended instead.")
    public SessionView cancel(@PathParam("id") UUID id) {
        return service.cancel(id);
    }
}

package dev.vetrina.live.giveaway;

import dev.vetrina.kit.http.Page;
import dev.vetrina.kit.http.PageParams;
import dev.vetrina.kit.idempotency.Idempotent;
import dev.vetrina.kit.security.Roles;
import dev.vetrina.live.session.Sessions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1/sessions/{id}/giveaways")
@RunOnVirtualThread
@Tag(name = "Giveaways", description = "Prizes drawn among viewers, so that anybody can check the draw")
class GiveawayResource {

    private final GiveawayService service;
    private final EntryService viewers;
    private final GiveawayRepository giveaways;
    private final Sessions sessions;

    GiveawayResource(GiveawayService service, EntryService viewers, GiveawayRepository giveaways, Sessions sessions) {
        this.service = service;
        this.viewers = viewers;
        this.giveaways = giveaways;
        this.sessions = sessions;
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.CREATOR, Roles.CUSTOMER, Roles.MODERATOR, Roles.OPERATOR})
    @ResponseStatus(201)
    @Operation(
            operationId = "announceGiveaway",
            summary = "Announce a giveaway in a live session",
            description =
                    "It opens, closes and is drawn by the clock. The hash of the seed that decides the draw is told at once.")
    public GiveawayView announce(@PathParam("id") UUID sessionId, @Valid @NotNull GiveawayRequest request) {
        return service.announce(sessionId, request);
    }

    @GET
    @PermitAll
    @Transactional
    @Operation(
            operationId = "listGiveaways",
            summary = "List the giveaways of a session",
            description = "In the order in which they were announced.")
    public Page<GiveawayView> list(@PathParam("id") UUID sessionId, @Valid @BeanParam PageParams page) {
        sessions.standing(sessionId);
        return Page.byId(giveaways.list(sessionId, page.after(), page.rows()), page, Giveaway::id, GiveawayView::of);
    }

    @GET
    @Path("/{giveawayId}")
    @PermitAll
    @Transactional
    @Operation(
            operationId = "getGiveaway",
            summary = "Get a giveaway",
            description =
                    "Once it is drawn, with the seed: with the list of its entries, everything to check the draw.")
    public GiveawayView get(@PathParam("id") UUID sessionId, @PathParam("giveawayId") UUID giveawayId) {
        return GiveawayView.of(viewers.seen(sessionId, giveawayId));
    }

    @POST
    @Path("/{giveawayId}/cancel")
    @RolesAllowed({Roles.CREATOR, Roles.CUSTOMER, Roles.MODERATOR, Roles.OPERATOR})
    @Operation(
            operationId = "cancelGiveaway",
            summary = "Call a giveaway off before it is closed",
            description = "Once its entries are frozen it answers 409 `giveaway-closed`: the draw cannot be stopped.")
    public GiveawayView cancel(@PathParam("id") UUID sessionId, @PathParam("giveawayId") UUID giveawayId) {
        return service.cancel(sessionId, giveawayId);
    }

    @GET
    @Path("/{giveawayId}/winners")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "getGiveawayWinners",
            summary = "Who is to get the prize",
            description = "For operators, who deliver it; everybody else sees the winning entries only.")
    public WinnersView winners(@PathParam("id") UUID sessionId, @PathParam("giveawayId") UUID giveawayId) {
        return viewers.winners(sessionId, giveawayId);
    }
}

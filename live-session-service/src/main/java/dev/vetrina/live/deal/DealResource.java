package dev.vetrina.live.deal;

import dev.vetrina.kit.http.Page;
import dev.vetrina.kit.http.PageParams;
import dev.vetrina.kit.idempotency.Idempotent;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.security.Roles;
import dev.vetrina.live.session.Permission;
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

@Path("/v1/sessions/{id}/deals")
@RunOnVirtualThread
@Tag(name = "Deals", description = "Offers at a reduced price during a live session")
class DealResource {

    private final DealService service;
    private final DealRepository deals;
    private final Sessions sessions;

    DealResource(DealService service, DealRepository deals, Sessions sessions) {
        this.service = service;
        this.deals = deals;
        this.sessions = sessions;
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.CREATOR, Roles.CUSTOMER, Roles.MODERATOR, Roles.OPERATOR})
    @ResponseStatus(202)
    @Operation(
            operationId = "requestDeal",
            summary = "Ask for a deal in a live session",
            description =
                    "It is ARMED or REJECTED within seconds, as the answer's Location then tells. Once it is armed its"
                            + " units are set aside and viewers see the countdown. Every price must be below the lowest price of the"
                            + " preceding 30 days in its market.")
    public DealView request(@PathParam("id") UUID sessionId, @Valid @NotNull DealRequest request) {
        return service.request(sessionId, request);
    }

    @GET
    @PermitAll
    @Transactional
    @Operation(
            operationId = "listDeals",
            summary = "List the deals of a session",
            description =
                    "In the order in which they were asked for. One that was never armed is listed for the host and for"
                            + " operators only.")
    public Page<DealView> list(@PathParam("id") UUID sessionId, @Valid @BeanParam PageParams page) {
        boolean host = sessions.callerMay(sessionId, Permission.DEAL);
        return Page.byId(
                deals.list(sessionId, host, page.after(), page.rows()),
                page,
                Deal::id,
                host ? DealView::forHost : DealView::forViewers);
    }

    @GET
    @Path("/{dealId}")
    @PermitAll
    @Transactional
    @Operation(
            operationId = "getDeal",
            summary = "Get a deal",
            description = "One that was never armed is there for the host and for operators only.")
    public DealView get(@PathParam("id") UUID sessionId, @PathParam("dealId") UUID dealId) {
        boolean host = sessions.callerMay(sessionId, Permission.DEAL);
        return deals.findByIdOptional(dealId)
                .filter(deal -> deal.sessionId().equals(sessionId))
                .filter(deal -> host || deal.terms().isPresent())
                .map(host ? DealView::forHost : DealView::forViewers)
                .orElseThrow(() -> ProblemException.notFound("deal", dealId));
    }

    @POST
    @Path("/{dealId}/withdraw")
    @RolesAllowed({Roles.CREATOR, Roles.CUSTOMER, Roles.MODERATOR, Roles.OPERATOR})
    @Operation(
            operationId = "withdrawDeal",
            summary = "Take a deal back",
            description =
                    "Whether it was armed already or not; the status follows within seconds. What was bought stays"
                            + " bought. One that is over otherwise answers 409 `deal-over`.")
    public DealView withdraw(@PathParam("id") UUID sessionId, @PathParam("dealId") UUID dealId) {
        return service.withdraw(sessionId, dealId);
    }
}

package dev.vetrina.catalog.market;

import dev.vetrina.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1/markets")
@RunOnVirtualThread
@Tag(name = "Markets")
class MarketResource {

    private final MarketService markets;

    MarketResource(MarketService markets) {
        this.markets = markets;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listMarkets",
            summary = "All markets, by their code",
            description = "There are few, so they come without pages.")
    public MarketList list() {
        return new MarketList(markets.list());
    }

    @GET
    @Path("/{code}")
    @PermitAll
    @Operation(
            operationId = "getMarket",
            summary = "One market",
            description = "With its stage in force, and the stage announced if there is one.")
    public MarketView get(@PathParam("code") String code) {
        return markets.get(code);
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @ResponseStatus(201)
    @Operation(
            operationId = "createMarket",
            summary = "Plan a market",
            description =
                    "For operators. It starts as PLANNED: prices can be set for it, and nothing is sold in " + "it.")
    public MarketView create(@Valid @NotNull CreateMarketRequest request) {
        return markets.create(request);
    }

    @POST
    @Path("/{code}/stage")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "changeMarketStage",
            summary = "Announce a market's next stage",
            description = "For operators. The change takes effect at `effectiveAt`, so that everybody switches at "
                    + "the same moment. Another change replaces one that is announced; naming the stage in "
                    + "force calls it off. Succeeds if the stage is in force or announced already; 409 "
                    + "`illegal-stage-change` if it cannot follow, 409 `stage-change-imminent` within the last "
                    + "2 s before a change.")
    public MarketView changeStage(@PathParam("code") String code, @Valid @NotNull ChangeStageRequest request) {
        return markets.changeStage(code, request);
    }
}

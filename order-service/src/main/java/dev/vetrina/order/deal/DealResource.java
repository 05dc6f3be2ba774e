package dev.vetrina.order.deal;

import dev.vetrina.kit.security.Caller;
import dev.vetrina.kit.security.NeedsScope;
import dev.vetrina.kit.security.Scopes;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/deals/{id}")
@RunOnVirtualThread
@Tag(name = "Deals")
class DealResource {

    private final Deals deals;
    private final Caller caller;

    DealResource(Deals deals, Caller caller) {
        this.deals = deals;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @NeedsScope(Scopes.INVENTORY_READ)
    @Operation(
            operationId = "getDealInSale",
            summary = "One deal",
            description =
                    "Everybody sees a deal that was armed. Its `units` are shown to its brand and to operators. 404 for one that"
                            + " was rejected.")
    public DealView get(@PathParam("id") UUID id) {
        Deal deal = deals.get(id);
        return DealView.of(deal, caller.actsFor(deal.terms().brandId()) ? deals.units(deal) : null);
    }
}

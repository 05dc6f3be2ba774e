package dev.vetrina.catalog.product;

import dev.vetrina.kit.http.Page;
import dev.vetrina.kit.http.PageParams;
import dev.vetrina.kit.security.NeedsScope;
import dev.vetrina.kit.security.Roles;
import dev.vetrina.kit.security.Scopes;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/products/{id}/variants/{variantId}/prices")
@RolesAllowed({Roles.BRAND, Roles.OPERATOR})
@RunOnVirtualThread
@Tag(name = "Products")
class PriceResource {

    private final PriceService prices;

    PriceResource(PriceService prices) {
        this.prices = prices;
    }

    @GET
    @NeedsScope(Scopes.CATALOG_READ)
    @Operation(
            operationId = "listPriceHistory",
            summary = "Every price that a variant had, has or will have",
            description = "In the order in which they were recorded. Nothing is ever changed or removed in it. For "
                    + "the brand itself and operators.")
    public Page<RecordedPriceView> history(
            @PathParam("id") UUID id, @PathParam("variantId") UUID variantId, @Valid @BeanParam PageParams page) {
        return prices.history(id, variantId, page);
    }

    @PUT
    @Path("/{market}")
    @NeedsScope(Scopes.CATALOG_WRITE)
    @Operation(
            operationId = "setPrice",
            summary = "Set what a variant costs in a market; If-Match is the product's ETag",
            description = "In the market's currency. Buyers of a product on sale are given 2 s of notice, so that "
                    + "every screen and the checkout switch together. The price that already holds is no "
                    + "change; a price for the very time of one announced takes its place.")
    public ProductView set(
            @PathParam("id") UUID id,
            @PathParam("variantId") UUID variantId,
            @PathParam("market") String market,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull SetPriceRequest request) {
        return prices.set(id, variantId, market, ifMatch, request);
    }
}

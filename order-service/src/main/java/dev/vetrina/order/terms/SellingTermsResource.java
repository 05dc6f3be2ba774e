package dev.vetrina.order.terms;

import dev.vetrina.kit.http.Page;
import dev.vetrina.kit.http.PageParams;
import dev.vetrina.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/selling-terms/{market}")
@RunOnVirtualThread
@Tag(name = "Selling terms")
class SellingTermsResource {

    private final SellingTermsService terms;
    private final SellingTermsBook book;

    SellingTermsResource(SellingTermsService terms, SellingTermsBook book) {
        this.terms = terms;
        this.book = book;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "getSellingTerms",
            summary = "The rules under which is sold in a market",
            description = "Version 0 are the defaults, which hold until an operator decides otherwise.")
    public SellingTerms current(@PathParam("market") String market) {
        return terms.current(market);
    }

    @GET
    @Path("/versions")
    @PermitAll
    @Operation(
            operationId = "listSellingTermsVersions",
            summary = "Every version that was decided for a market",
            description =
                    "Oldest first. Nothing is ever changed or removed in it; an order keeps the version under which it"
                            + " was placed.")
    public Page<SellingTerms> versions(@PathParam("market") String market, @Valid @BeanParam PageParams page) {
        return terms.versions(market, page);
    }

    @PUT
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "changeSellingTerms",
            summary = "Decide the next version of a market's terms; If-Match is the current one's ETag",
            description = "For operators. Replaces all of them for orders that are placed from a second later on.")
    public SellingTerms change(
            @PathParam("market") String market,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid SellingTermsRequest request) {
        SellingTerms changed = terms.change(market, ifMatch, request);
        book.forget(market);
        return changed;
    }
}

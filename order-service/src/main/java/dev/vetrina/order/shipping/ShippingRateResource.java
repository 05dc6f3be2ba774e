package dev.vetrina.order.shipping;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.kit.security.NeedsScope;
import dev.vetrina.kit.security.Roles;
import dev.vetrina.kit.security.Scopes;
import dev.vetrina.order.offer.Brands;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/shipping-rates/{market}")
@RunOnVirtualThread
@Tag(name = "Shipping rates")
class ShippingRateResource {

    private final ShippingRateService rates;
    private final ShippingRateBook book;
    private final Brands brands;
    private final Caller caller;

    ShippingRateResource(ShippingRateService rates, ShippingRateBook book, Brands brands, Caller caller) {
        this.rates = rates;
        this.book = book;
        this.brands = brands;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "getShippingRates",
            summary = "How a brand ships in a market, and for how much",
            description =
                    "A brand that has said nothing has one option, which is free. `brandId` may be left out by a brand"
                            + " that asks for its own.")
    public ShippingRates get(@PathParam("market") String market, @QueryParam("brandId") @Nullable UUID brandId) {
        return rates.get(brand(brandId), market);
    }

    @PUT
    @RolesAllowed({Roles.BRAND, Roles.OPERATOR})
    @NeedsScope(Scopes.FULFILMENT_WRITE)
    @Operation(
            operationId = "changeShippingRates",
            summary = "Say how a brand ships in a market; If-Match is the ETag last read",
            description =
                    "For the brand itself, and for operators with `brandId`. Replaces all options, for orders that are"
                            + " placed from a second later on. The first time, `If-Match` is `\"0\"`.")
    public ShippingRates change(
            @PathParam("market") String market,
            @QueryParam("brandId") @Nullable UUID brandId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid ShippingRatesRequest request) {
        UUID brand = brand(brandId);
        caller.requireBrand(brand);
        if (!caller.is(Roles.OPERATOR)) {
            brands.requireActive(brand);
        }
        ShippingRates changed = rates.change(brand, market, ifMatch, request.options());
        book.forget(brand, market);
        return changed;
    }

    private UUID brand(@Nullable UUID named) {
        if (named != null) {
            return named;
        }
        return caller.brandId().orElseThrow(() -> ProblemException.invalid("brandId", "must say which brand's"));
    }
}

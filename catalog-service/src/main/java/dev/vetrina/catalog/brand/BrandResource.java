package dev.vetrina.catalog.brand;

import dev.vetrina.kit.http.Page;
import dev.vetrina.kit.http.PageParams;
import dev.vetrina.kit.security.NeedsScope;
import dev.vetrina.kit.security.Roles;
import dev.vetrina.kit.security.Scopes;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
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

@Path("/v1/brands")
@RunOnVirtualThread
@Tag(name = "Brands")
class BrandResource {

    private final BrandService brands;

    BrandResource(BrandService brands) {
        this.brands = brands;
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @ResponseStatus(201)
    @Operation(
            operationId = "registerBrand",
            summary = "Register a brand with its trader identity",
            description =
                    "For operators, after the trader's identity was checked. The brand is active from then " + "on.")
    public BrandView register(@Valid @NotNull RegisterBrandRequest request) {
        return brands.register(request);
    }

    @GET
    @PermitAll
    @NeedsScope(Scopes.CATALOG_READ)
    @Operation(
            operationId = "listBrands",
            summary = "Brands, in the order of their registration",
            description = "Suspended brands are listed, too. Contact addresses are shown to operators and to the "
                    + "brand itself only.")
    public Page<BrandView> list(@Valid @BeanParam PageParams page) {
        return brands.list(page);
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @NeedsScope(Scopes.CATALOG_READ)
    @Operation(
            operationId = "getBrand",
            summary = "One brand",
            description = "The contact address is shown to operators and to the brand itself only.")
    public BrandView get(@PathParam("id") UUID id) {
        return brands.get(id);
    }

    @POST
    @Path("/{id}/suspend")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "suspendBrand",
            summary = "Take everything of a brand off sale",
            description = "For operators. Its products vanish from every list and cannot be bought or published; "
                    + "what was ordered before stays ordered. Succeeds if it is suspended already.")
    public BrandView suspend(@PathParam("id") UUID id) {
        return brands.suspend(id);
    }

    @POST
    @Path("/{id}/reinstate")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "reinstateBrand",
            summary = "Put a suspended brand's goods back on sale",
            description = "For operators. What was on sale before the suspension is on sale again. Succeeds if it "
                    + "is active already.")
    public BrandView reinstate(@PathParam("id") UUID id) {
        return brands.reinstate(id);
    }
}

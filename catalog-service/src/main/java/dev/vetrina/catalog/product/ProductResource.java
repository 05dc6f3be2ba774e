package dev.vetrina.catalog.product;

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
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

@Path("/v1/products")
@RunOnVirtualThread
@Tag(name = "Products")
class ProductResource {

    private final ProductService products;
    private final ProductReader reader;

    ProductResource(ProductService products, ProductReader reader) {
        this.products = products;
        this.reader = reader;
    }

    @POST
    @RolesAllowed({Roles.BRAND, Roles.OPERATOR})
    @ResponseStatus(201)
    @NeedsScope(Scopes.CATALOG_WRITE)
    @Operation(
            operationId = "createProduct",
            summary = "Draft a product with its variants and initial prices",
            description = "Nobody but the brand sees a draft. Prices given here count at once. 409 "
                    + "`external-id-taken` or `sku-taken` if an id is used in the brand already.")
    public ProductView create(@Valid @NotNull CreateProductRequest request) {
        return products.create(request);
    }

    @GET
    @PermitAll
    @NeedsScope(Scopes.CATALOG_READ)
    @Operation(
            operationId = "listProducts",
            summary = "Products on sale in open markets; a brand asking for its own sees all of them",
            description = "Everybody sees what is on sale, of an active brand, with a price in force in an open "
                    + "market. Operators, and a brand that names itself as `brandId`, see everything, drafts "
                    + "included.")
    public Page<ProductView> list(@Valid @BeanParam ProductQuery query, @Valid @BeanParam PageParams page) {
        return reader.list(query, page);
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @NeedsScope(Scopes.CATALOG_READ)
    @Operation(
            operationId = "getProduct",
            summary = "One product with its variants and prices",
            description = "404 for whoever may not see it. Announced prices are shown to its brand and to operators "
                    + "only.")
    public ProductView get(@PathParam("id") UUID id) {
        return reader.get(id);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({Roles.BRAND, Roles.OPERATOR})
    @NeedsScope(Scopes.CATALOG_WRITE)
    @Operation(
            operationId = "updateProduct",
            summary = "Edit a product and its variants",
            description = "Replaces everything that can be edited; `If-Match` is the ETag last read. Variants are "
                    + "edited by their id and added without one.")
    public ProductView update(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull UpdateProductRequest request) {
        return products.update(id, ifMatch, request);
    }

    @POST
    @Path("/{id}/publish")
    @RolesAllowed({Roles.BRAND, Roles.OPERATOR})
    @NeedsScope(Scopes.CATALOG_WRITE)
    @Operation(
            operationId = "publishProduct",
            summary = "Put a product on sale wherever it has a price",
            description = "409 `no-price` without a price in any market, 409 `brand-suspended` while the brand is "
                    + "suspended. Succeeds if it is on sale already.")
    public ProductView publish(@PathParam("id") UUID id) {
        return products.publish(id);
    }

    @POST
    @Path("/{id}/withdraw")
    @RolesAllowed({Roles.BRAND, Roles.OPERATOR})
    @NeedsScope(Scopes.CATALOG_WRITE)
    @Operation(
            operationId = "withdrawProduct",
            summary = "Take a product off sale",
            description = "It is shown and sold no more, and may be published again. Succeeds if it was withdrawn "
                    + "already; 409 `illegal-status-change` for a draft.")
    public ProductView withdraw(@PathParam("id") UUID id) {
        return products.withdraw(id);
    }
}

package dev.vetrina.catalog.product;

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

    ProductResource(ProductService products) {
        this.products = products;
    }

    @POST
    @RolesAllowed({Roles.BRAND, Roles.OPERATOR})
    @ResponseStatus(201)
    @Operation(operationId = "createProduct", summary = "Draft a product with its variants and initial prices")
    public ProductView create(@Valid @NotNull CreateProductRequest request) {
        return products.create(request);
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listProducts",
            summary = "Products on sale in open markets; a brand asking for its own sees all of them")
    public Page<ProductView> list(@Valid @BeanParam ProductQuery query, @Valid @BeanParam PageParams page) {
        return products.list(query, page);
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(operationId = "getProduct", summary = "One product with its variants and prices")
    public ProductView get(@PathParam("id") UUID id) {
        return products.get(id);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({Roles.BRAND, Roles.OPERATOR})
    @Operation(operationId = "updateProduct", summary = "Edit a product and its variants")
    public ProductView update(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull UpdateProductRequest request) {
        return products.update(id, ifMatch, request);
    }

    @POST
    @Path("/{id}/publish")
    @RolesAllowed({Roles.BRAND, Roles.OPERATOR})
    @Operation(operationId = "publishProduct", summary = "Put a product on sale wherever it has a price")
    public ProductView publish(@PathParam("id") UUID id) {
        return products.publish(id);
    }

    @POST
    @Path("/{id}/withdraw")
    @RolesAllowed({Roles.BRAND, Roles.OPERATOR})
    @Operation(operationId = "withdrawProduct", summary = "Take a product off sale")
    public ProductView withdraw(@PathParam("id") UUID id) {
        return products.withdraw(id);
    }
}

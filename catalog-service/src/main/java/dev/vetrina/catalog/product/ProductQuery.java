package dev.vetrina.catalog.product;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a list of products can be narrowed by. */
class ProductQuery {

    @QueryParam("market")
    @Pattern(regexp = "[A-Z]{2}", message = "must be an ISO 3166 code")
    @Parameter(description = "Only products with a price in force in this market")
    @Nullable
    String market;

    @QueryParam("brandId")
    @Parameter(description = "Only products of this brand")
    @Nullable
    UUID brandId;

    @QueryParam("status")
    @Parameter(description = "Only products of this status; others than ACTIVE are shown to their brand only")
    @Nullable
    ProductStatus status;

    @QueryParam("externalId")
    @Size(min = 1, max = 255)
    @Parameter(description = "Only products with this id of the brand's own")
    @Nullable
    String externalId;
}

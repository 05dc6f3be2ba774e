package dev.vetrina.catalog.product;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "CreateProduct")
record CreateProductRequest(
        @NotNull UUID brandId,

        @Schema(description = "The brand's own id, once in a brand")
        @Nullable
        @Size(min = 1, max = ProductLimits.EXTERNAL_ID)
        String externalId,

        @NotBlank @Size(max = ProductLimits.TITLE) String title,

        @Schema(description = "Plain text") @Nullable @Size(max = ProductLimits.DESCRIPTION)
        String description,

        @Nullable @Size(max = ProductLimits.CATEGORY) String category,

        @Nullable
        @Size(max = ProductLimits.IMAGE_URL)
        @Pattern(regexp = ProductLimits.IMAGE_URL_FORM, message = "must be an http or https URL")
        String imageUrl,

        @NotNull @Size(min = 1, max = Product.MAX_VARIANTS) List<@NotNull @Valid NewVariant> variants) {

    ProductDetails details() {
        return new ProductDetails(title, description, category, imageUrl);
    }
}

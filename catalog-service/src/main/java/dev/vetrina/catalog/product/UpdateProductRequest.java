package dev.vetrina.catalog.product;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "UpdateProduct", description = "The whole of what can be edited; prices have an operation of their own.")
record UpdateProductRequest(
        @NotBlank @Size(max = ProductLimits.TITLE) String title,

        @Schema(description = "Plain text") @Nullable @Size(max = ProductLimits.DESCRIPTION)
        String description,

        @Nullable @Size(max = ProductLimits.CATEGORY) String category,

        @Nullable
        @Size(max = ProductLimits.IMAGE_URL)
        @Pattern(regexp = ProductLimits.IMAGE_URL_FORM, message = "must be an http or https URL")
        String imageUrl,

        @Schema(
                description =
                        "Every variant that there is, and new ones without an id. Stock and orders refer to variants,"
                                + " so none is ever removed.")
        @NotNull
        @Size(min = 1, max = Product.MAX_VARIANTS)
        List<@NotNull @Valid EditedVariant> variants) {

    ProductDetails details() {
        return new ProductDetails(title, description, category, imageUrl);
    }

    @Schema(name = "EditedVariant")
    record EditedVariant(
            @Schema(description = "Absent for a new one") @Nullable
            UUID id,

            @Schema(description = "Once in a brand") @Nullable @Size(min = 1, max = ProductLimits.SKU)
            String sku,

            @Nullable @Gtin String gtin,

            @Schema(description = "If absent, made of the options") @Nullable @Size(min = 1, max = 200)
            String title,

            @Nullable @Size(max = 5)
            Map<
                            @NotBlank @Size(max = ProductLimits.OPTION_NAME) String,
                            @NotBlank @Size(max = ProductLimits.OPTION_VALUE) String>
                    options) {

        VariantDetails details(String productTitle) {
            return VariantDetails.titled(sku, gtin, title, options == null ? Map.of() : options, productTitle);
        }
    }
}

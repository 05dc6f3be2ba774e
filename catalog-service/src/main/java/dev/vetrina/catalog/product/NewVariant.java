package dev.vetrina.catalog.product;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "NewVariant")
record NewVariant(
        @Schema(description = "Once in a brand") @Nullable @Size(min = 1, max = ProductLimits.SKU)
        String sku,

        @Nullable @Gtin String gtin,

        @Schema(description = "If absent, made of the options") @Nullable @Size(min = 1, max = 200)
        String title,

        @Schema(description = "The choices that make the variant", examples = "{\"Size\": \"M\"}")
        @Nullable
        @Size(max = 5)
        Map<
                        @NotBlank @Size(max = ProductLimits.OPTION_NAME) String,
                        @NotBlank @Size(max = ProductLimits.OPTION_VALUE) String>
                options,

        @Schema(description = "At most one a market") @Nullable @Size(max = 100)
        List<@NotNull @Valid InitialPrice> prices) {

    VariantDetails details(String productTitle) {
        return VariantDetails.titled(sku, gtin, title, options == null ? Map.of() : options, productTitle);
    }

    List<InitialPrice> initialPrices() {
        return prices == null ? List.of() : prices;
    }
}

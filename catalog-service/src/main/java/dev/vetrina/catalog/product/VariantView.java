package dev.vetrina.catalog.product;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Variant")
@JsonInclude(JsonInclude.Include.NON_NULL)
record VariantView(
        @Schema(description = "Stock, prices and order lines are keyed by it")
        UUID id,

        @Nullable String sku,
        @Nullable String gtin,
        String title,

        @Schema(description = "The choices that make the variant, in the order in which they are shown")
        Map<String, String> options,

        @Schema(description = "The price in force in each market; for the brand itself also those announced")
        List<PriceView> prices) {}

package dev.vetrina.catalog.product;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What tells a variant from its siblings. */
record VariantDetails(@Nullable String sku, @Nullable String gtin, String title, Map<String, String> options) {

    /** Without a title of its own a variant is called by its options, and the only one as its product. */
    static VariantDetails titled(
            @Nullable String sku,
            @Nullable String gtin,
            @Nullable String title,
            Map<String, String> options,
            String productTitle) {
        String choices = String.join(" / ", options.values());
        String called = title != null ? title : options.isEmpty() ? productTitle : choices;
        return new VariantDetails(sku, gtin, called, options);
    }
}

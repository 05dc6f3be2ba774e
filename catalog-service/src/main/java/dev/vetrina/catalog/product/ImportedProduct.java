package dev.vetrina.catalog.product;

import dev.vetrina.events.Money;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A product as a file describes it.
 *
 * @param externalId by which the product is recognised when the file comes again
 * @param publish whether it is put on sale
 */
public record ImportedProduct(
        UUID importId,
        UUID brandId,
        String externalId,
        String title,
        @Nullable String description,
        @Nullable String category,
        @Nullable String imageUrl,
        String market,
        boolean publish,
        List<ImportedVariant> variants) {

    /**
     * @param row the row of the file, for complaints about it
     * @param quantity how many there are, if the import names quantities
     */
    public record ImportedVariant(
            int row,
            @Nullable String sku,
            @Nullable String gtin,
            Map<String, String> options,
            Money price,
            @Nullable Long quantity) {}

    ProductDetails details() {
        return new ProductDetails(title, description, category, imageUrl);
    }
}

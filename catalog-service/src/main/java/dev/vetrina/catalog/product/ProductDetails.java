package dev.vetrina.catalog.product;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** What is said about a product. */
@Embeddable
record ProductDetails(
        String title,
        @Nullable String description,
        @Nullable String category,
        @Nullable String imageUrl) {

    /** What is not said here, as the other says it. */
    ProductDetails orElse(ProductDetails other) {
        return new ProductDetails(
                title,
                description != null ? description : other.description,
                category != null ? category : other.category,
                imageUrl != null ? imageUrl : other.imageUrl);
    }
}

package dev.vetrina.catalog.product;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vetrina.kit.http.Identified;
import dev.vetrina.kit.http.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Product")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProductView(
        UUID id,
        UUID brandId,

        @Schema(description = "The brand's own id, once in a brand") @Nullable
        String externalId,

        String title,
        @Nullable String description,
        @Nullable String category,
        @Nullable String imageUrl,
        ProductStatus status,
        List<VariantView> variants,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Identified, Versioned {}

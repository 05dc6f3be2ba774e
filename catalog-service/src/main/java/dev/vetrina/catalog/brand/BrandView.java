package dev.vetrina.catalog.brand;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vetrina.events.CatalogEvent.BrandStatus;
import dev.vetrina.kit.http.Identified;
import dev.vetrina.kit.http.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Brand")
@JsonInclude(JsonInclude.Include.NON_NULL)
record BrandView(
        UUID id,
        String name,
        String legalName,

        @Schema(description = "ISO 3166 code of the country in which the trader is established", examples = "IT")
        String countryCode,

        @Schema(description = "Only for the brand itself and operators") @Nullable
        String contactEmail,

        BrandStatus status,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Identified, Versioned {}

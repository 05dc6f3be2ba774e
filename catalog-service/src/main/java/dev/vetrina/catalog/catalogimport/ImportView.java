package dev.vetrina.catalog.catalogimport;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vetrina.kit.http.Identified;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "CatalogImport")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportView(
        UUID id,
        UUID brandId,
        String market,
        String currency,
        boolean applyQuantities,
        boolean publish,
        ImportStatus status,

        @Schema(description = "Why the job FAILED") @Nullable
        Failure failure,

        @Schema(description = "0 until the file has been read")
        int rowsTotal,

        int rowsDone,
        int productsCreated,

        @Schema(description = "Products that were known already")
        int productsUpdated,

        @Schema(description = "See /errors") int rowErrors,

        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt)
        implements Identified {

    @Schema(name = "CatalogImportFailure")
    record Failure(String code, String message) {}
}

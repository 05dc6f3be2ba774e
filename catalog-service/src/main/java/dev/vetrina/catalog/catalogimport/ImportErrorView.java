package dev.vetrina.catalog.catalogimport;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "CatalogImportError")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportErrorView(
        @Schema(description = "As a spreadsheet counts: the header is row 1")
        int row,

        @Schema(description = "Absent if it is about the whole row", examples = "Variant Price") @Nullable
        String column,

        @Schema(description = "Stable, for programs", examples = "invalid-price")
        String code,

        String message) {}

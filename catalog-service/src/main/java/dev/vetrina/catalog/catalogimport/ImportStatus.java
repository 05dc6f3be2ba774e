package dev.vetrina.catalog.catalogimport;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "CatalogImportStatus",
        description =
                "SUCCEEDED: every row was applied or has an error; FAILED: the file as a whole could not be read.")
enum ImportStatus {
    QUEUED,
    RUNNING,
    SUCCEEDED,
    FAILED
}

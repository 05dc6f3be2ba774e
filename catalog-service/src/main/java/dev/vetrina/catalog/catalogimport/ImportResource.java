package dev.vetrina.catalog.catalogimport;

import dev.vetrina.kit.http.MaxBody;
import dev.vetrina.kit.http.Page;
import dev.vetrina.kit.http.PageParams;
import dev.vetrina.kit.idempotency.Idempotent;
import dev.vetrina.kit.security.NeedsScope;
import dev.vetrina.kit.security.Roles;
import dev.vetrina.kit.security.Scopes;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1/catalog-imports")
@RolesAllowed({Roles.BRAND, Roles.OPERATOR})
@RunOnVirtualThread
@Tag(name = "Catalogue imports")
class ImportResource {

    private final ImportService imports;

    ImportResource(ImportService imports) {
        this.imports = imports;
    }

    @POST
    @Consumes("text/csv")
    @Idempotent
    @MaxBody(mebibytes = 10)
    @ResponseStatus(202)
    @NeedsScope(Scopes.CATALOG_WRITE)
    @Operation(
            operationId = "startCatalogImport",
            summary = "Import Shopify's product CSV as a job",
            description = "Answered at once with a job; ask for it until it is SUCCEEDED or FAILED. A product is "
                    + "known again by its handle and a variant by its SKU or else its options, so the same file "
                    + "again changes nothing, and what a file does not mention stays as it is. A product has at "
                    + "most 1,000 rows and 200 variants. The files of one brand are worked on one after the "
                    + "other.")
    @RequestBody(
            required = true,
            description = "Shopify's product CSV in UTF-8, at most 10 MiB and 50,000 rows",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    public ImportView start(@Valid @BeanParam ImportParams params, @NotNull @Size(min = 1) byte[] file) {
        return imports.queue(params, file);
    }

    @GET
    @Path("/{id}")
    @NeedsScope(Scopes.CATALOG_READ)
    @Operation(
            operationId = "getCatalogImport",
            summary = "How far an import is",
            description = "While it runs, `rowsDone` tells how far it is.")
    public ImportView get(@PathParam("id") UUID id) {
        return imports.get(id);
    }

    @GET
    @Path("/{id}/errors")
    @NeedsScope(Scopes.CATALOG_READ)
    @Operation(
            operationId = "listCatalogImportErrors",
            summary = "The rows that were not applied, and why",
            description = "In the order of the file's products. A row with several errors comes several times.")
    public Page<ImportErrorView> errors(@PathParam("id") UUID id, @Valid @BeanParam PageParams page) {
        return imports.errors(id, page);
    }
}

package dev.vetrina.catalog.catalogimport;

import dev.vetrina.events.CatalogEvent.TaxTreatment;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What an import is asked for; required parameters are checked before anything else. */
class ImportParams {

    @QueryParam("brandId")
    @NotNull
    @Parameter(required = true, description = "Whose products they are")
    UUID brandId;

    @QueryParam("market")
    @NotNull
    @Pattern(regexp = "[A-Z]{2}", message = "must be an ISO 3166 code")
    @Parameter(required = true, description = "Where the file's prices hold")
    String market;

    @QueryParam("currency")
    @NotNull
    @Pattern(regexp = "[A-Z]{3}", message = "must be an ISO 4217 code")
    @Parameter(required = true, description = "In what the file's prices are: the market's currency")
    String currency;

    @QueryParam("taxTreatment")
    @NotNull
    @Parameter(
            required = true,
            description = "Whether the file's prices contain the sales tax: as the market shows them")
    TaxTreatment taxTreatment;

    @QueryParam("applyQuantities")
    @DefaultValue("false")
    @Parameter(
            description = "Whether the file's quantities are put on sale, for variants that have no stock movement yet")
    boolean applyQuantities;

    @QueryParam("publish")
    @DefaultValue("false")
    @Parameter(description = "Whether products are put on sale that the file calls published")
    boolean publish;

    @SuppressWarnings("NullAway.Init")
    ImportParams() {}
}

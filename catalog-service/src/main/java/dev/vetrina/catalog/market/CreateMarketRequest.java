package dev.vetrina.catalog.market;

import dev.vetrina.events.CatalogEvent.TaxTreatment;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "CreateMarket")
record CreateMarketRequest(
        @Schema(description = "ISO 3166 country code", examples = "FR") @NotNull @Iso(Iso.Kind.COUNTRY)
        String code,

        @Schema(description = "ISO 4217 code", examples = "EUR") @NotNull @Iso(Iso.Kind.CURRENCY)
        String currency,

        @NotNull TaxTreatment taxTreatment,

        @Schema(description = "BCP 47 tags, the first is the default") @NotNull @Size(min = 1, max = 10)
        List<@NotNull @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}", message = "must be a BCP 47 tag") String>
                languages) {}

package dev.vetrina.catalog.market;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vetrina.events.CatalogEvent.TaxTreatment;
import dev.vetrina.kit.http.Versioned;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Market")
@JsonInclude(JsonInclude.Include.NON_NULL)
record MarketView(
        @Schema(description = "ISO 3166 country code", examples = "GB")
        String code,

        @Schema(description = "ISO 4217 code", examples = "GBP")
        String currency,

        @Schema(description = "Whether shown prices contain the sales tax")
        TaxTreatment taxTreatment,

        @Schema(description = "BCP 47 tags, the first is the default")
        List<String> languages,

        @Schema(description = "The stage in force") Stage stage,

        @Schema(description = "The stage announced for `effectiveAt`, if there is one") @Nullable
        Stage announcedStage,

        @Nullable Instant effectiveAt,
        long version)
        implements Versioned {}

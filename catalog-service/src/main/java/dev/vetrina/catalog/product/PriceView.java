package dev.vetrina.catalog.product;

import dev.vetrina.events.Money;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Price", description = "Holds from effectiveAt until the market's next price takes effect.")
record PriceView(
        @Schema(description = "ISO 3166 code", examples = "GB")
        String market,

        Money price,
        Instant effectiveAt) {}

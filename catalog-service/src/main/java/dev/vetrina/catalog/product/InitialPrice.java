package dev.vetrina.catalog.product;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "InitialPrice")
record InitialPrice(
        @Schema(description = "ISO 3166 code", examples = "GB")
        @NotNull
        @Pattern(regexp = "[A-Z]{2}", message = "must be an ISO 3166 code")
        String market,

        @NotNull @Valid MoneyInput price) {}

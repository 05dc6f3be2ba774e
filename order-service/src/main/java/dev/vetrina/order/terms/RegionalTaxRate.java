package dev.vetrina.order.terms;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Sales tax of a market or of a region of it. */
@Schema(name = "TaxRate")
public record RegionalTaxRate(
        @Schema(
                description = "The ISO 3166-2 code behind the country's; absent: where no other rate applies",
                examples = "CA")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        @Pattern(regexp = "^[A-Z0-9]{1,3}$", message = "must be a region's code such as CA")
        String region,

        @Schema(description = "A decimal number with at most 4 places", examples = "7.25")
        @NotNull
        @Pattern(
                regexp = "^(100(\\.0{1,4})?|[0-9]{1,2}(\\.[0-9]{1,4})?)$",
                message = "must be a decimal number from 0 to 100 with at most 4 places")
        String percent) {}

package dev.vetrina.catalog.product;

import dev.vetrina.events.Money;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "PriceAmount")
record MoneyInput(
        @Schema(description = "In minor units by ISO 4217 exponent", examples = "1999")
        @Positive
        @Max(ProductLimits.AMOUNT)
        long amount,

        @Schema(description = "The market's currency", examples = "GBP")
        @NotNull
        @Pattern(regexp = "[A-Z]{3}", message = "must be an ISO 4217 code")
        String currency) {

    /** Only once the currency is known to be a market's. */
    Money money() {
        return new Money(amount, currency);
    }
}

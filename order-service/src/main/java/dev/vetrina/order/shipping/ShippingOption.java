package dev.vetrina.order.shipping;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vetrina.events.Money;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A way in which a brand ships. Public, because Hibernate writes it as JSON. */
@Schema(name = "ShippingOption")
public record ShippingOption(
        @Schema(description = "The brand's own name of it, which an order refers to", examples = "express")
        @NotNull
        @Pattern(regexp = "^[a-z0-9][a-z0-9_-]{0,39}$", message = "must be a code such as express")
        String code,

        @Schema(description = "As buyers read it", examples = "Express, by tomorrow") @NotBlank @Size(max = 100)
        String title,

        @Schema(description = "In the market's currency; where prices are exclusive, before tax") @NotNull
        Money price,

        @Schema(description = "Free from this price of the brand's goods on, after discounts; absent: never")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Money freeFrom,

        @Schema(description = "Days until it arrives, at best", examples = "1") @Min(0) @Max(365)
        int estimatedDaysMin,

        @Schema(description = "Days until it arrives, at worst", examples = "2") @Min(0) @Max(365)
        int estimatedDaysMax) {

    static final String STANDARD = "standard";

    /** How a brand ships that has said nothing. */
    static ShippingOption free(String currency) {
        return new ShippingOption(STANDARD, "Standard shipping", Money.zero(currency), null, 2, 7);
    }
}

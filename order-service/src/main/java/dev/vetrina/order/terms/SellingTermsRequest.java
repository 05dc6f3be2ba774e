package dev.vetrina.order.terms;

import dev.vetrina.order.lifecycle.OrderTerms.Capture;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All terms of a market: a new version replaces them together. Public, because Hibernate writes it as JSON. */
@Schema(name = "SellingTermsRequest")
public record SellingTermsRequest(
        @Schema(description = "How long stock is held for the payment", examples = "600") @Min(60) @Max(1_800)
        int holdSeconds,

        @Schema(description = "No new payment so shortly before the hold ends", examples = "60") @Min(0) @Max(900)
        int paymentClosesBeforeSeconds,

        @Schema(description = "One without region, which holds wherever no region's does")
        @NotNull
        @Size(min = 1, max = 100)
        List<@NotNull @Valid RegionalTaxRate> taxRates,

        @Schema(description = "When the buyer's money is taken") @NotNull
        Capture capture,

        @Schema(description = "An order that its brand has not confirmed by then is cancelled", examples = "48")
        @Min(1)
        @Max(720)
        int confirmWithinHours,

        @Schema(
                description = "An order that is not shipped by then after its confirmation is cancelled",
                examples = "120")
        @Min(1)
        @Max(2_160)
        int shipWithinHours,

        @Schema(description = "Days after delivery; at least 14 in the European Union", examples = "14")
        @Min(0)
        @Max(365)
        int returnWindowDays,

        @NotNull @Valid Stacking stacking) {}

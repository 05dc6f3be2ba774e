package dev.vetrina.order.terms;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vetrina.events.CatalogEvent.TaxTreatment;
import dev.vetrina.kit.http.Versioned;
import dev.vetrina.order.basket.TaxRate;
import dev.vetrina.order.lifecycle.OrderTerms;
import dev.vetrina.order.lifecycle.OrderTerms.Capture;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One version of the rules under which is sold in a market. */
@Schema(name = "SellingTerms")
public record SellingTerms(
        @Schema(description = "ISO 3166 code", examples = "GB")
        String market,

        @Schema(description = "Also sent as ETag; 0: the defaults")
        long version,

        int holdSeconds,
        int paymentClosesBeforeSeconds,
        List<RegionalTaxRate> taxRates,
        Capture capture,
        int confirmWithinHours,
        int shipWithinHours,
        int returnWindowDays,
        Stacking stacking,

        @Schema(description = "Since when; absent for the defaults")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Instant changedAt)
        implements Versioned {

    static SellingTerms of(String market, long version, SellingTermsRequest rules, @Nullable Instant changedAt) {
        return new SellingTerms(
                market,
                version,
                rules.holdSeconds(),
                rules.paymentClosesBeforeSeconds(),
                rules.taxRates(),
                rules.capture(),
                rules.confirmWithinHours(),
                rules.shipWithinHours(),
                rules.returnWindowDays(),
                rules.stacking(),
                changedAt);
    }

    static SellingTerms defaults(String market, TermsDefaults defaults) {
        return new SellingTerms(
                market,
                0,
                Math.toIntExact(defaults.hold().toSeconds()),
                Math.toIntExact(defaults.paymentClosesBefore().toSeconds()),
                List.of(new RegionalTaxRate(null, defaults.taxPercent())),
                defaults.capture(),
                defaults.confirmWithinHours(),
                defaults.shipWithinHours(),
                defaults.returnWindowDays(),
                new Stacking(defaults.couponsPerOrder(), defaults.couponsOnDealLines()),
                null);
    }

    /** The rate of a region or, where it has none of its own, the market's. */
    public TaxRate taxRate(@Nullable String region) {
        RegionalTaxRate general = null;
        for (RegionalTaxRate rate : taxRates) {
            if (rate.region() == null) {
                general = rate;
            } else if (rate.region().equals(region)) {
                return TaxRate.of(rate.percent());
            }
        }
        return general == null ? TaxRate.NONE : TaxRate.of(general.percent());
    }

    /** What of them an order keeps. */
    public OrderTerms ofOrder(TaxTreatment treatment) {
        return new OrderTerms(
                version,
                treatment,
                capture,
                Duration.ofSeconds(holdSeconds),
                Duration.ofSeconds(paymentClosesBeforeSeconds));
    }
}

package dev.vetrina.order.terms;

import dev.vetrina.order.lifecycle.OrderTerms.Capture;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The terms of a market that has none of its own yet. */
@ConfigMapping(prefix = "vetrina.checkout")
interface TermsDefaults {

    /** How long stock is held for an order that is not paid. */
    @WithDefault("10M")
    Duration hold();

    /** No new payment attempt so shortly before the hold ends: it could not be finished in time. */
    @WithDefault("60S")
    Duration paymentClosesBefore();

    /** Sales tax in percent: 0 shows none until the market's terms say what it is. */
    @WithDefault("0")
    String taxPercent();

    @WithDefault("AT_CONFIRMATION")
    Capture capture();

    /** How long a brand may take to confirm a paid order. */
    @WithDefault("48")
    int confirmWithinHours();

    /** How long a brand may take to ship a confirmed order. */
    @WithDefault("120")
    int shipWithinHours();

    /** How long after delivery goods may be returned: the European Union's least. */
    @WithDefault("14")
    int returnWindowDays();

    @WithDefault("1")
    int couponsPerOrder();

    /** Whether a coupon applies to a line that is under a deal already. */
    @WithDefault("false")
    boolean couponsOnDealLines();
}

package dev.vetrina.order.checkout;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "vetrina.checkout")
interface CheckoutSettings {

    /** How long stock is held for an order that is not paid. */
    @WithDefault("10M")
    Duration hold();

    /** No new payment attempt so shortly before the hold ends: it could not be finished in time. */
    @WithDefault("60S")
    Duration paymentClosesBefore();
}

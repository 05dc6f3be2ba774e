package dev.vetrina.order.payment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "vetrina.payment")
interface PaymentSettings {

    /** The provider of new payments: {@code simulated} or {@code stripe}. Earlier ones stay with theirs. */
    @WithDefault("simulated")
    String provider();
}

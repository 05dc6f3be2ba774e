package dev.vetrina.order.cancellation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "vetrina.cancellation")
interface CancellationSettings {

    /** Whether a buyer may cancel what the brand has confirmed but not shipped. */
    @WithDefault("false")
    boolean buyerCancelsUntilShipped();
}

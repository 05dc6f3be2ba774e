package dev.vetrina.order.cancellation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "vetrina.fulfilment")
interface CancellationSettings {

    /** A brand confirms its part of an order so soon after it was paid, or it is cancelled. */
    @WithDefault("48H")
    Duration confirmWithin();

    /** A brand ships its part of an order so soon after it was paid, or what is not shipped is cancelled. */
    @WithDefault("96H")
    Duration shipWithin();

    /** Whether a buyer may cancel what the brand has confirmed but not shipped. */
    @WithDefault("false")
    boolean buyerCancelsUntilShipped();
}

package dev.vetrina.order.waitlist;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "vetrina.waitlist")
interface WaitlistSettings {

    /** How long units are kept for whose turn it is. Counts for who joins from then on. */
    @WithDefault("5M")
    Duration offer();
}

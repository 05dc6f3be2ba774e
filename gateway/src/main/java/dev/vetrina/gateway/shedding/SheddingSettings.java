package dev.vetrina.gateway.shedding;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code vetrina.shedding.*}: how many requests may be under way to one service, and what pressure is. */
@ConfigMapping(prefix = "vetrina.shedding")
public interface SheddingSettings {

    /** With which the adaptive limit begins. */
    @WithDefault("1024")
    int initialInFlight();

    /** Below which it never falls. */
    @WithDefault("128")
    int minInFlight();

    /** Which nothing that is counted may exceed, checkout included: connections to a service and those who wait for one. */
    @WithDefault("2560")
    int maxInFlight();

    /** An answer that took longer is a sign of pressure, as one that did not come is. */
    @WithDefault("5S")
    Duration lateAnswer();

    /** An event loop that comes later than this to what it has to do is one, too. */
    @WithDefault("0.5S")
    Duration lateLoop();
}

package dev.vetrina.gateway.proxy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code vetrina.breaker.*}: when a service that gives no answers is left alone for a while. */
@ConfigMapping(prefix = "vetrina.breaker")
interface BreakerSettings {

    /** The last requests that are judged. */
    @WithDefault("100")
    int windowRequests();

    /** Fewer than these are not judged. */
    @WithDefault("20")
    int minRequests();

    /** Of the judged ones without an answer, from which on the service is left alone. */
    @WithDefault("50")
    int failurePercent();

    /** Until it is tried again. */
    @WithDefault("2S")
    Duration rest();

    /** Requests that try whether it is back; as many others are refused meanwhile as come. */
    @WithDefault("5")
    int probes();

    /** The probes have this long to tell. */
    @WithDefault("10S")
    Duration maxProbe();
}

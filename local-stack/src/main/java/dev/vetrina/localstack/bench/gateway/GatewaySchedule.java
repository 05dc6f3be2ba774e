package dev.vetrina.localstack.bench.gateway;

import dev.vetrina.localstack.bench.WarmUp;
import java.time.Duration;

/**
 * How the time is spent, after everything is warm.
 *
 * @param rush each of {@link #RUSHES} of a front and an errand: as many requests as possible
 * @param calm each of {@link #CALMS} at a fixed rate, with the gateway and without
 */
record GatewaySchedule(Duration rush, Duration calm) {

    static final int RUSHES = 3;
    static final int CALMS = 3;

    /** Of our own maximum, at which the added latency is measured. */
    static final double CALM_LOAD = 0.2;

    static final int CONNECTIONS = 64;

    private static final int ERRANDS_OF_ALL_FRONTS = 10;

    private static final Duration WARM_UP = Duration.ofSeconds(5);

    /** Three quarters find the most that can be done, the rest the latencies. */
    static GatewaySchedule of(Duration total) {
        return new GatewaySchedule(
                part(total, 0.75 / (ERRANDS_OF_ALL_FRONTS * RUSHES)), part(total, 0.25 / (2 * CALMS)));
    }

    /** Of a front and an errand: the compilers of a JVM take their time. */
    static WarmUp warmUp() {
        return new WarmUp(3, 2, 12);
    }

    static Duration partOfWarmUp() {
        return WARM_UP;
    }

    private static Duration part(Duration total, double share) {
        return Duration.ofNanos(Math.round(total.toNanos() * share));
    }
}

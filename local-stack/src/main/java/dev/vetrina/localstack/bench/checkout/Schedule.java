package dev.vetrina.localstack.bench.checkout;

import dev.vetrina.localstack.bench.WarmUp;
import java.time.Duration;
import java.util.List;

/** How the time of a run is spent. What is sold out takes as long as it takes; its stock is chosen to fit. */
record Schedule(Duration load) {

    static final int ROUNDS = 3;
    static final List<Integer> CROWDS = List.of(64, 128, 256, 512);
    static final List<Integer> BASELINE_CLIENTS = List.of(1, 16, 64);

    /** The crowd whose rate counts. */
    static final int USUAL_CROWD = 256;

    /** Of the maximum: a system in use is not driven to its limit, where any latency can be had. */
    static final double COMFORTABLE = 0.7;

    /** How many press for each unit that there is. */
    static final int BUYERS_PER_UNIT = 10;

    /** At the end of which nothing gets faster any more. */
    static WarmUp warmUp() {
        return new WarmUp(8, 4, 24);
    }

    /** One of as many as {@link #warmUp} wants. */
    Duration partOfWarmUp() {
        return share(0.1);
    }

    Duration baseline() {
        return share(0.05);
    }

    /** From the first press until everything is sold: the first rush, in which everybody presses at once, is a small part of it. */
    Duration selling() {
        return share(0.05);
    }

    Duration variety() {
        return share(0.05);
    }

    Duration openLoop() {
        return share(0.1);
    }

    /** A round that is not over by then is ended. */
    Duration roundLimit() {
        return share(0.25).plusSeconds(5);
    }

    /** @param perSecond that are sold about */
    int stock(double perSecond) {
        return (int) Math.max(100, Math.round(perSecond * selling().toNanos() / 1e9));
    }

    private Duration share(double share) {
        return Duration.ofNanos(Math.round(load.toNanos() * share));
    }
}

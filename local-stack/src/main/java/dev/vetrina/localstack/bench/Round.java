package dev.vetrina.localstack.bench;

import dev.vetrina.localstack.bench.Side.Turn;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/**
 * One stretch of load on one side.
 *
 * @param offered requests a second that were to be sent; 0 where it was as many as possible
 * @param expected the status of a success
 * @param stolen the share of the CPU that was stolen meanwhile, where the system tells
 */
record Round(
        String operation,
        Loop loop,
        Turn turn,
        Duration length,
        double offered,
        int expected,
        List<Sample> samples,
        OptionalDouble stolen) {

    Side side() {
        return turn.side();
    }

    /** Successes that ended within the round, a second. */
    double perSecond() {
        long done = samples.stream()
                .filter(this::succeeded)
                .filter(sample -> sample.endedNanos() <= length.toNanos())
                .count();
        return done * 1e9 / length.toNanos();
    }

    long failed() {
        return samples.stream().filter(sample -> !succeeded(sample)).count();
    }

    private boolean succeeded(Sample sample) {
        return sample.status() == expected;
    }
}

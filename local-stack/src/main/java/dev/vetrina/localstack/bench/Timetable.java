package dev.vetrina.localstack.bench;

import java.time.Duration;

/**
 * How the time for one operation is spent, on both sides together.
 *
 * @param warmUp of each side
 * @param closedRound each of {@link #CLOSED_ROUNDS} a side
 * @param openRound each of {@link #OPEN_ROUNDS} a side
 */
record Timetable(Duration warmUp, Duration closedRound, Duration openRound) {

    static final int CLOSED_ROUNDS = 3;
    static final int OPEN_ROUNDS = 2;

    private static final int SIDES = 2;

    /** A quarter of the time warms up, somewhat less than half finds the maximum, the rest the latencies. */
    static Timetable of(Duration total) {
        double seconds = total.toNanos() / 1e9;
        return new Timetable(
                seconds(seconds * 0.25 / SIDES),
                seconds(seconds * 0.45 / (SIDES * CLOSED_ROUNDS)),
                seconds(seconds * 0.30 / (SIDES * OPEN_ROUNDS)));
    }

    Duration total() {
        return warmUp.plus(closedRound.multipliedBy(CLOSED_ROUNDS))
                .plus(openRound.multipliedBy(OPEN_ROUNDS))
                .multipliedBy(SIDES);
    }

    private static Duration seconds(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }
}

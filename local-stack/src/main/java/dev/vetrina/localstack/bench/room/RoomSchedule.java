package dev.vetrina.localstack.bench.room;

import dev.vetrina.localstack.bench.WarmUp;
import java.time.Duration;

/**
 * How long what is measured, out of the time for load of all counted rounds together.
 *
 * @param viewers of the large rounds
 */
record RoomSchedule(Duration load, int viewers) {

    static final int VIEWERS = 8_000;
    static final int FEWER_VIEWERS = 2_000;
    static final int ROUNDS = 2;

    /** In each of the rounds all three, and ours again before fewer viewers. */
    private static final int PARTS = 4 * ROUNDS;

    /** Of each round. */
    Duration part() {
        return load.dividedBy(PARTS);
    }

    /** Of parts as long as a round, on top of the time for load: the compilers are at work for minutes. */
    static WarmUp warmUp() {
        return new WarmUp(3, 3, 16);
    }

    /** Whether fewer viewers are fewer. */
    boolean hasSmallRounds() {
        return viewers > FEWER_VIEWERS;
    }
}

package dev.vetrina.localstack.bench.room;

import java.time.Duration;

/**
 * How long what is measured, out of the time for load of all rounds together.
 *
 * @param viewers of the large rounds
 */
record RoomSchedule(Duration load, int viewers) {

    static final int VIEWERS = 8_000;
    static final int FEWER_VIEWERS = 2_000;
    static final int ROUNDS = 2;

    /** The compilers are still at work in the first minute. */
    private static final int WARM_UP_PARTS = 2;

    /** In each of the rounds all three, and ours again before fewer viewers. */
    private static final int PARTS = 4 * ROUNDS + WARM_UP_PARTS;

    /** Of each round. */
    Duration part() {
        return load.dividedBy(PARTS);
    }

    Duration warmUp() {
        return part().multipliedBy(WARM_UP_PARTS);
    }

    /** Whether fewer viewers are fewer. */
    boolean hasSmallRounds() {
        return viewers > FEWER_VIEWERS;
    }
}

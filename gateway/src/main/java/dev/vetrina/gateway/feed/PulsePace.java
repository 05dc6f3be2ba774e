package dev.vetrina.gateway.feed;

/**
 * How far apart the pulses of a channel are: further the longer it takes to tell one to everybody. That time has in it whatever else
 * the event loops are busy with, so they are never behind by more than one pulse.
 */
final class PulsePace {

    static final long SHORTEST_MILLIS = 250;
    static final long LONGEST_MILLIS = 2_000;

    /** So many quick pulses in a row, and they come closer together again. */
    static final int QUICK_ONES = 4;

    private long intervalMillis = SHORTEST_MILLIS;
    private int quickOnes;

    long intervalMillis() {
        return intervalMillis;
    }

    /** Whether whatever comes may be told at once. */
    boolean isUsual() {
        return intervalMillis == SHORTEST_MILLIS;
    }

    /**
     * A pulse was told.
     *
     * @param tookMillis from handing it to the event loops until it was written to the last viewer
     * @param viewers to whom it was told
     * @param full of them those whose connection still had enough to do with what came before
     */
    void told(long tookMillis, int viewers, int full) {
        if (tookMillis > intervalMillis / 2 || 2 * full > viewers) {
            intervalMillis = Math.min(2 * intervalMillis, LONGEST_MILLIS);
            quickOnes = 0;
        } else if (tookMillis > intervalMillis / 8) {
            quickOnes = 0;
        } else if (++quickOnes >= QUICK_ONES) {
            intervalMillis = Math.max(intervalMillis / 2, SHORTEST_MILLIS);
            quickOnes = 0;
        }
    }
}

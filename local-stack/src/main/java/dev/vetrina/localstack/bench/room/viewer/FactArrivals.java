package dev.vetrina.localstack.bench.room.viewer;

import org.HdrHistogram.Histogram;

/**
 * When one fact came to the viewers.
 *
 * @param occurredAt by its own word, in milliseconds since the epoch
 * @param delays of each viewer since then, in milliseconds
 */
public record FactArrivals(long sequence, long occurredAt, Histogram delays) {

    private static final int DIGITS = 3;

    FactArrivals(long sequence, long occurredAt) {
        this(sequence, occurredAt, histogram());
    }

    /** Of milliseconds, to three digits. */
    public static Histogram histogram() {
        return new Histogram(DIGITS);
    }

    void arrived(long now) {
        delays.recordValue(Math.max(0, now - occurredAt));
    }
}

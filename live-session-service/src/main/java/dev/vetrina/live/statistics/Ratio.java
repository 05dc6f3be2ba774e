package dev.vetrina.live.statistics;

import org.jspecify.annotations.Nullable;

/** A sum over a sum. */
final class Ratio {

    private Ratio() {}

    /** Null over nothing: it is not known, and so not zero. */
    static @Nullable Double of(long part, long whole) {
        return whole == 0 ? null : (double) part / whole;
    }
}

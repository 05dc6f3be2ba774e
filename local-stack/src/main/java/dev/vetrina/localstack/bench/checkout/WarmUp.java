package dev.vetrina.localstack.bench.checkout;

/**
 * Sales in parts, until several of them in a row were hardly faster than the best one before. Fewer would not do: the rate stands
 * still for a while when the second compiler has more to do than it can.
 */
final class WarmUp {

    static final int MOST_PARTS = 24;

    private static final int LEAST_PARTS = 8;
    private static final int STEADY_PARTS = 4;
    /** What counts as faster. */
    private static final double GAIN = 1.03;

    private int parts;
    private int steady;
    private double best;
    private double last;

    /** @param perSecond what was sold in one part */
    void add(double perSecond) {
        parts++;
        steady = perSecond > GAIN * best ? 0 : steady + 1;
        best = Math.max(best, perSecond);
        last = perSecond;
    }

    boolean goesOn() {
        return parts < LEAST_PARTS || (steady < STEADY_PARTS && parts < MOST_PARTS);
    }

    double last() {
        return last;
    }
}

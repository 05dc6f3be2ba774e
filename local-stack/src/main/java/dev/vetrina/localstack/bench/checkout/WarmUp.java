package dev.vetrina.localstack.bench.checkout;

/** Sales in parts, until two of them in a row were hardly faster than the best one before. */
final class WarmUp {

    static final int MOST_PARTS = 24;

    private static final int LEAST_PARTS = 4;
    private static final int STEADY_PARTS = 2;
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

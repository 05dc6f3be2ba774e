package dev.vetrina.localstack.bench;

/**
 * Load in parts, until several of them in a row were hardly faster than the best one before. Fewer would not do: the rate stands
 * still for a while when the second compiler has more to do than it can.
 */
public final class WarmUp {

    /** What counts as faster. */
    private static final double GAIN = 1.03;

    private final int leastParts;
    private final int steadyParts;
    private final int mostParts;
    private int parts;
    private int steady;
    private double best;
    private double last;

    /**
     * @param steadyParts so many in a row that are hardly faster end it, unless there are fewer than the least yet
     * @param mostParts that end it in any case
     */
    public WarmUp(int leastParts, int steadyParts, int mostParts) {
        this.leastParts = leastParts;
        this.steadyParts = steadyParts;
        this.mostParts = mostParts;
    }

    /** @param rate what was achieved in one part, by whichever measure */
    public void add(double rate) {
        parts++;
        steady = rate > GAIN * best ? 0 : steady + 1;
        best = Math.max(best, rate);
        last = rate;
    }

    public boolean goesOn() {
        return parts < leastParts || (steady < steadyParts && parts < mostParts);
    }

    public double last() {
        return last;
    }
}

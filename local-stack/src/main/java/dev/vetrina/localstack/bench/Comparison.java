package dev.vetrina.localstack.bench;

import dev.vetrina.localstack.demo.Percentiles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How the two sides did in one operation. */
record Comparison(String operation, List<Round> rounds) {

    /** By how much the fastest round of a baseline may be faster than its slowest. */
    static final double MAX_SPREAD = 0.25;

    /** Failures are faster, or slower, than what they stand for. */
    static final double MAX_FAILED = 0.01;

    Comparison {
        rounds = List.copyOf(rounds);
    }

    /** The most that was done: the median of the closed rounds. */
    double perSecond(Side side) {
        List<Double> rates = rates(side);
        int middle = rates.size() / 2;
        return rates.size() % 2 == 1 ? rates.get(middle) : (rates.get(middle - 1) + rates.get(middle)) / 2;
    }

    /** What is left of the baseline's rate behind the gateway. */
    double ratio() {
        return perSecond(Side.GATEWAY) / perSecond(Side.DIRECT);
    }

    /** Of all open rounds together. */
    Percentiles latencies(Side side) {
        return new Percentiles(of(side, Loop.OPEN)
                .flatMap(round -> round.samples().stream())
                .map(sample -> Duration.ofNanos(sample.tookNanos()))
                .toList());
    }

    /** By how much the baseline's fastest round was faster than its slowest; no finite number if one did nothing. */
    double baselineSpread() {
        List<Double> rates = rates(Side.DIRECT);
        return rates.getLast() / rates.getFirst() - 1;
    }

    /** Why this does not count, in sentences. */
    List<String> flaws() {
        List<String> flaws = new ArrayList<>();
        double spread = baselineSpread();
        if (!Double.isFinite(spread)) {
            flaws.add("The baseline of " + operation + " did nothing in one of its rounds.");
        } else if (spread > MAX_SPREAD) {
            flaws.add(String.format(
                    Locale.ROOT,
                    "The baseline of %s changed by %.0f %% from round to round, and may by %.0f %%.",
                    operation,
                    100 * spread,
                    100 * MAX_SPREAD));
        }
        long failed = rounds.stream().mapToLong(Round::failed).sum();
        long all = rounds.stream().mapToLong(round -> round.samples().size()).sum();
        if (failed > MAX_FAILED * all) {
            flaws.add(String.format(Locale.ROOT, "%d of %d requests of %s failed.", failed, all, operation));
        }
        return flaws;
    }

    private List<Double> rates(Side side) {
        return of(side, Loop.CLOSED).map(Round::perSecond).sorted().toList();
    }

    private Stream<Round> of(Side side, Loop loop) {
        return rounds.stream().filter(round -> round.side() == side && round.loop() == loop);
    }
}

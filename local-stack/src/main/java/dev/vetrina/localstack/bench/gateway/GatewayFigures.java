package dev.vetrina.localstack.bench.gateway;

import dev.vetrina.localstack.bench.Rates;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/** What the rounds say. */
record GatewayFigures(List<GatewayRound> rounds) {

    /** By how much the fastest round of nginx may be faster than its slowest. */
    private static final double MAX_SPREAD = 0.25;

    private static final int DIGITS = 3;

    GatewayFigures {
        rounds = List.copyOf(rounds);
    }

    /** The most that was done: the median of the rounds. */
    double perSecond(String front, Errand errand) {
        return rates(front, errand).median();
    }

    /** Of GET and POST the one where we do worse. */
    double ratioTo(String peer) {
        return Math.min(ratioTo(peer, Errand.GET), ratioTo(peer, Errand.POST));
    }

    double ratioTo(String peer, Errand errand) {
        return perSecond(Fronts.OWN, errand) / perSecond(peer, errand);
    }

    /** At a fixed rate, of all such rounds together. */
    double millis(String front, double percentile) {
        Histogram all = new Histogram(DIGITS);
        of(front, Errand.GET)
                .filter(GatewayRound::isOpen)
                .forEach(round -> all.add(round.outcome().micros()));
        return all.getValueAtPercentile(percentile) / 1000.0;
    }

    /** What the way through our gateway adds to the time of an answer. */
    double addedMillis(double percentile, String service) {
        return millis(Fronts.OWN, percentile) - millis(service, percentile);
    }

    List<String> flaws() {
        List<String> flaws = new ArrayList<>();
        for (Errand errand : Errand.values()) {
            double spread = rates(Nginx.NAME, errand).spread();
            if (!(spread <= MAX_SPREAD)) {
                flaws.add(String.format(
                        Locale.ROOT,
                        "nginx changed by %.0f %% from round to round of %s, and may by %.0f %%.",
                        100 * spread,
                        errand.label(),
                        100 * MAX_SPREAD));
            }
        }
        return flaws;
    }

    /** Whoever answers something else than what was asked for was not measured at its work. */
    List<String> harm() {
        List<String> harm = new ArrayList<>();
        rounds.stream()
                .filter(round -> round.outcome().failed() > 0)
                .forEach(round -> harm.add(String.format(
                        Locale.ROOT,
                        "%d requests of %s to %s failed, beside %d that did not.",
                        round.outcome().failed(),
                        round.errand().label(),
                        round.front(),
                        round.outcome().done())));
        return harm;
    }

    Rates rates(String front, Errand errand) {
        return new Rates(of(front, errand)
                .filter(round -> !round.isOpen())
                .map(GatewayRound::perSecond)
                .toList());
    }

    private Stream<GatewayRound> of(String front, Errand errand) {
        return rounds.stream().filter(round -> round.front().equals(front) && round.errand() == errand);
    }
}

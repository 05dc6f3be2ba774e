package dev.vetrina.localstack.bench.checkout;

import dev.vetrina.localstack.bench.Rates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Everything that a run has measured, and the figures that follow from it. */
final class CheckoutFigures {

    /** By how much the fastest round of a baseline may be faster than its slowest. */
    static final double MAX_SPREAD = 0.25;

    private final Map<Integer, List<Double>> baselines = new LinkedHashMap<>();
    private final List<SaleRound> rounds = new ArrayList<>();

    void baseline(int clients, double perSecond) {
        baselines.computeIfAbsent(clients, first -> new ArrayList<>()).add(perSecond);
    }

    void round(SaleRound round) {
        rounds.add(round);
    }

    List<SaleRound> rounds() {
        return List.copyOf(rounds);
    }

    Rates baseline(int clients) {
        return new Rates(baselines.getOrDefault(clients, List.of()));
    }

    Rates hot(int buyers) {
        return rates("hot", buyers);
    }

    Rates rates(String kind, int buyers) {
        return new Rates(rounds.stream()
                .filter(round -> round.kind().equals(kind) && round.buyers() == buyers)
                .map(SaleRound::ordersPerSecond)
                .toList());
    }

    double ordersPerSecond() {
        return hot(Schedule.USUAL_CROWD).median();
    }

    double hotRowBest() {
        return baselines.keySet().stream()
                .mapToDouble(clients -> baseline(clients).median())
                .max()
                .orElse(0);
    }

    double hotRow64() {
        return baseline(64).median();
    }

    double ratio() {
        return ordersPerSecond() / hotRowBest();
    }

    double ratioSameClients() {
        return ordersPerSecond() / hotRow64();
    }

    /** What is left of the rate when four times as many press. */
    double flatness() {
        return hot(512).median() / hot(128).median();
    }

    /** The largest of any baseline. */
    double baselineSpread() {
        OptionalDouble spread = baselines.keySet().stream()
                .mapToDouble(clients -> baseline(clients).spread())
                .max();
        return spread.orElse(0);
    }

    /** Why this does not count, in sentences. */
    List<String> flaws() {
        List<String> flaws = new ArrayList<>();
        baselines.keySet().forEach(clients -> {
            double spread = baseline(clients).spread();
            if (!(spread <= MAX_SPREAD)) {
                flaws.add(String.format(
                        "The baseline of %d clients changed by %.0f %% from round to round, and may by %.0f %%.",
                        clients, 100 * spread, 100 * MAX_SPREAD));
            }
        });
        if (!(ordersPerSecond() > 0)) {
            flaws.add("Nothing was sold.");
        }
        return flaws;
    }
}

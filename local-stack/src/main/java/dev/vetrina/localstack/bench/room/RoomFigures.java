package dev.vetrina.localstack.bench.room;

import dev.vetrina.localstack.bench.room.viewer.FactArrivals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;

/**
 * Everything that a run has measured, and the figures that follow from it; a figure is empty where nothing was measured.
 *
 * @param viewers of the large rounds
 * @param absent peers that were not measured, and why
 * @param bytesPerViewer of the gateway
 */
record RoomFigures(int viewers, List<RoomRound> rounds, Map<String, String> absent, OptionalDouble bytesPerViewer) {

    /** By how much a peer's best round may be better than its worst. */
    static final double MAX_SPREAD = 0.25;

    List<RoomRound> of(String contender, int watching) {
        return rounds.stream()
                .filter(round -> round.contender().equals(contender) && round.wanted() == watching)
                .toList();
    }

    OptionalDouble factsMillis(String contender, int watching, double percentile) {
        return millis(of(contender, watching), round -> round.reception().facts(), percentile);
    }

    OptionalDouble chatMillis(String contender, int watching, double percentile) {
        return millis(of(contender, watching), round -> round.reception().chat(), percentile);
    }

    /** Of all deliveries of all these rounds. */
    private static OptionalDouble millis(
            List<RoomRound> rounds, Function<RoomRound, Histogram> which, double percentile) {
        Histogram sum = FactArrivals.histogram();
        rounds.forEach(round -> sum.add(which.apply(round)));
        return sum.getTotalCount() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) sum.getValueAtPercentile(percentile));
    }

    OptionalDouble deliveriesPerCpuSecond(String contender) {
        return perSecond(contender, RoomRound::cpuSeconds);
    }

    OptionalDouble deliveriesPerFrontCpuSecond(String contender) {
        return perSecond(contender, RoomRound::frontCpuSeconds);
    }

    private OptionalDouble perSecond(String contender, ToDoubleFunction<RoomRound> cpu) {
        double seconds = of(contender, viewers).stream().mapToDouble(cpu).sum();
        long deliveries = of(contender, viewers).stream()
                .mapToLong(round -> round.reception().deliveries())
                .sum();
        return seconds > 0 && deliveries > 0 ? OptionalDouble.of(deliveries / seconds) : OptionalDouble.empty();
    }

    static OptionalDouble ratio(OptionalDouble of, OptionalDouble to) {
        return of.isPresent() && to.isPresent() && to.getAsDouble() > 0
                ? OptionalDouble.of(of.getAsDouble() / to.getAsDouble())
                : OptionalDouble.empty();
    }

    /** By how much the contender's best round was better than its worst. */
    OptionalDouble spread(String contender) {
        double[] rates = of(contender, viewers).stream()
                .mapToDouble(RoomRound::deliveriesPerCpuSecond)
                .sorted()
                .toArray();
        return rates.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(rates[rates.length - 1] / rates[0] - 1);
    }

    /** Why this does not count, in sentences. */
    List<String> flaws(List<String> peers) {
        List<String> flaws = new ArrayList<>();
        peers.forEach(peer -> spread(peer).ifPresent(spread -> {
            if (!(spread <= MAX_SPREAD)) {
                flaws.add(String.format(
                        Locale.ROOT,
                        "What %s delivers for a second of CPU changed by %.0f %% from round to round, and may by %.0f %%.",
                        peer,
                        100 * spread,
                        100 * MAX_SPREAD));
            }
        }));
        rounds.forEach(round -> flaws.addAll(flaws(round)));
        // Without the others there is nothing to compare with, and the comparison is what this is for.
        absent.forEach((peer, reason) -> flaws.add(
                of(peer, viewers).isEmpty()
                        ? "Without " + peer + " nothing can be compared with it: " + reason + "."
                        : "After a round " + peer + " failed, as " + reason + "."));
        return flaws.stream().distinct().toList();
    }

    private static List<String> flaws(RoomRound round) {
        List<String> flaws = new ArrayList<>();
        Reception reception = round.reception();
        if (reception.viewers() < round.wanted()) {
            flaws.add(
                    "Of " + round.wanted() + " viewers " + round.contender() + " let in " + reception.viewers() + ".");
        }
        if (reception.lost() > 0) {
            flaws.add(reception.lost() + " viewers of " + round.contender() + " lost their connection.");
        }
        // Of ours, who lost nobody, it is harm and no flaw.
        if (reception.missing() > 0 && (!isOwn(round) || reception.lost() > 0)) {
            flaws.add(reception.missing() + " facts did not come to viewers of " + round.contender() + " in time.");
        }
        if (round.recording().facts().isEmpty()) {
            flaws.add("In a round of " + round.contender() + " no fact happened.");
        }
        round.recording().answers().forEach((what, answers) -> flaws.addAll(refusals(what, answers)));
        return flaws;
    }

    /** The load was then another than the one that was to be measured. */
    private static List<String> refusals(String what, Map<Integer, Long> answers) {
        Map<Integer, Long> refused = new HashMap<>(answers);
        refused.keySet().removeIf(status -> status >= 200 && status < 300);
        long sent = answers.values().stream().mapToLong(Long::longValue).sum();
        return refused.entrySet().stream()
                .map(answer -> "Of " + sent + " " + what + " " + answer.getValue()
                        + (answer.getKey() == 0
                                ? " had no answer in time."
                                : " were answered " + answer.getKey() + "."))
                .toList();
    }

    /** What the system did wrong: a fact that a viewer who stayed did not get, or got twice or out of order. */
    List<String> harm() {
        List<RoomRound> own = rounds.stream().filter(RoomFigures::isOwn).toList();
        long missing = own.stream()
                .filter(round -> round.reception().lost() == 0)
                .mapToLong(round -> round.reception().missing())
                .sum();
        long disorder =
                own.stream().mapToLong(round -> round.reception().disorder()).sum();
        List<String> harm = new ArrayList<>();
        if (missing > 0) {
            harm.add(missing + " facts did not come to viewers who were there.");
        }
        if (disorder > 0) {
            harm.add(disorder + " facts came to viewers twice or out of order.");
        }
        return harm;
    }

    private static boolean isOwn(RoomRound round) {
        return round.contender().equals(OwnRoom.NAME);
    }
}

package dev.vetrina.localstack.demo;

import dev.vetrina.localstack.demo.Finding.Kind;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The figures of a show, all of them computed from its evidence. */
final class Figures {

    private Figures() {}

    /** In the order in which they are shown; also the members of the JSON object. */
    static Map<String, Object> of(Evidence evidence, Verdict verdict, Duration took) {
        SessionStatistics statistics = evidence.statistics();
        SalesFigures sales = evidence.sales();
        Percentiles times = new Percentiles(sales.answerTimes());
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("viewers", statistics.viewersUnique());
        figures.put("viewersPeak", statistics.viewersPeak());
        figures.put(
                "feedEvents",
                evidence.viewers().stream().mapToLong(ViewerLog::frames).sum());
        figures.put("feedFacts", evidence.timeline().size());
        figures.put("ordersPlaced", sales.purchases().size());
        figures.put("ordersPaid", statistics.paid());
        figures.put("paymentsDeclined", statistics.declined());
        figures.put("ordersCancelled", statistics.cancelled());
        figures.put("soldOutAnswers", sales.soldOut());
        figures.put("otherRefusals", sales.refusals());
        figures.put("unanswered", sales.unanswered());
        figures.put("units", statistics.units());
        figures.put(
                "gmv",
                statistics.gmv().stream()
                        .collect(Collectors.toMap(Money::currency, Money::amount, Long::sum, TreeMap::new)));
        figures.put("conversion", rounded(statistics.conversion(), 10_000));
        figures.put("orderMillisP50", rounded(times.millis(0.50), 10));
        figures.put("orderMillisP99", rounded(times.millis(0.99), 10));
        figures.put("chatMessages", evidence.room().read().size());
        figures.put("reactions", evidence.room().reactionsCounted());
        evidence.room().draw().ifPresent(draw -> {
            figures.put("giveawayEntries", draw.nonces().size());
            figures.put("giveawayWinners", draw.winningEntryIds().size());
        });
        figures.put("seconds", rounded(took.toMillis() / 1000.0, 10));
        figures.put("oversold", verdict.count(Kind.OVERSOLD));
        figures.put("lost", verdict.count(Kind.LOST));
        figures.put("duplicated", verdict.count(Kind.DUPLICATED));
        figures.put("violations", verdict.findings().size());
        return figures;
    }

    private static double rounded(double value, int steps) {
        return Math.round(value * steps) / (double) steps;
    }
}

package dev.vetrina.localstack.bench.room;

import dev.vetrina.localstack.bench.room.viewer.FactArrivals;
import dev.vetrina.localstack.bench.room.viewer.ViewerReport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/**
 * What all viewers were told in one round.
 *
 * @param viewers who were there
 * @param facts milliseconds from the press until a viewer had the fact
 * @param chat milliseconds from the sending until a viewer had the message
 * @param factsTold frames with facts, of all viewers together
 * @param missing facts that a viewer was due and did not get
 * @param disorder facts that came to a viewer again, or after a later one
 * @param lost connections that ended by themselves
 */
record Reception(
        int viewers,
        Histogram facts,
        Histogram chat,
        long factsTold,
        long pulses,
        long missing,
        long disorder,
        long lost,
        long bytes) {

    static Reception of(int viewers, List<ViewerReport> reports, Recording recording) {
        Histogram facts = FactArrivals.histogram();
        Histogram chat = FactArrivals.histogram();
        Map<Long, Long> told = new HashMap<>();
        for (ViewerReport report : reports) {
            chat.add(report.chat());
            for (FactArrivals fact : report.facts()) {
                told.merge(fact.sequence(), fact.delays().getTotalCount(), Long::sum);
                Long fromPress = recording.millisFromPress().get(fact.sequence());
                if (fromPress != null) {
                    addLater(facts, fact.delays(), fromPress);
                }
            }
        }
        return new Reception(
                viewers,
                facts,
                chat,
                told.values().stream().mapToLong(Long::longValue).sum(),
                reports.stream().mapToLong(ViewerReport::pulses).sum(),
                missing(viewers, told, recording),
                reports.stream().mapToLong(ViewerReport::disorder).sum(),
                reports.stream().mapToLong(ViewerReport::lost).sum(),
                reports.stream().mapToLong(ViewerReport::bytes).sum());
    }

    private static long missing(int viewers, Map<Long, Long> told, Recording recording) {
        return recording.facts().stream()
                .mapToLong(sequence -> Math.max(0, viewers - told.getOrDefault(sequence, 0L)))
                .sum();
    }

    private static void addLater(Histogram sum, Histogram delays, long millis) {
        for (HistogramIterationValue value : delays.recordedValues()) {
            sum.recordValueWithCount(
                    Math.max(0, value.getValueIteratedTo() + millis), value.getCountAddedInThisIterationStep());
        }
    }

    long deliveries() {
        return factsTold + pulses;
    }
}

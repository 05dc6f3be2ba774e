package dev.vetrina.localstack.room;

import dev.vetrina.localstack.http.Json;
import java.util.List;
import java.util.Optional;

/**
 * Holds a viewer's record against the timeline: one snapshot, then every later fact, each once and in order, to the last. A second
 * snapshot is a gap too, for it stands in place of facts that were not told.
 */
final class FactRecordCheck {

    private final List<ToldFact> timeline;

    /** @param timeline all of it, which itself has to be without gaps */
    FactRecordCheck(List<ToldFact> timeline) {
        for (int index = 0; index < timeline.size(); index++) {
            if (timeline.get(index).sequence() != index + 1) {
                throw new IllegalArgumentException(
                        "the timeline has " + timeline.get(index) + " as number " + (index + 1));
            }
        }
        this.timeline = List.copyOf(timeline);
    }

    /** The first thing that is wrong with the record; empty if nothing is. */
    Optional<String> fault(List<FactRecord.Entry> record) {
        if (record.isEmpty() || !record.getFirst().isSnapshot()) {
            return Optional.of("the record does not begin with a snapshot");
        }
        long last = record.getFirst().sequence();
        if (last > timeline.size()) {
            return Optional.of("the snapshot is of " + last + ", which the timeline does not have");
        }
        for (FactRecord.Entry entry : record.subList(1, record.size())) {
            Optional<String> fault = fault(entry, last);
            if (fault.isPresent()) {
                return fault;
            }
            last = entry.sequence();
        }
        return last == timeline.size()
                ? Optional.empty()
                : Optional.of("the record ends with " + last + " of " + timeline.size());
    }

    private Optional<String> fault(FactRecord.Entry entry, long last) {
        if (entry.isSnapshot() || entry.sequence() != last + 1 || entry.sequence() > timeline.size()) {
            return Optional.of(entry.kind() + " " + entry.sequence() + " came after " + last);
        }
        ToldFact told = ToldFact.of(Json.read(entry.data()));
        ToldFact recorded = timeline.get((int) last);
        return told.equals(recorded) && told.kind().equals(entry.kind())
                ? Optional.empty()
                : Optional.of("the feed told " + entry + ", and the timeline has " + recorded);
    }
}

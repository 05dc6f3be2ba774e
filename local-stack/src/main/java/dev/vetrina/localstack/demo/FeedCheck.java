package dev.vetrina.localstack.demo;

import dev.vetrina.localstack.demo.Finding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Every viewer got every fact of the timeline from the snapshot on, once and in order, until the session's end. */
final class FeedCheck {

    private static final String END = "session-ended";

    private FeedCheck() {}

    static List<Finding> of(List<FeedFact> timeline, List<ViewerLog> viewers) {
        Map<Long, String> kinds = timeline.stream().collect(Collectors.toMap(FeedFact::sequence, FeedFact::kind));
        List<Finding> findings = new ArrayList<>();
        for (int number = 0; number < viewers.size(); number++) {
            String gap = firstGap(viewers.get(number).entries(), kinds);
            if (!gap.isEmpty()) {
                findings.add(new Finding(Kind.FEED, 1, "viewer " + (number + 1) + " " + gap));
            }
        }
        return findings;
    }

    /** Empty if there is none. */
    private static String firstGap(List<ViewerLog.Entry> entries, Map<Long, String> kinds) {
        if (entries.isEmpty() || !entries.getFirst().snapshot()) {
            return "got no snapshot at first";
        }
        long last = -1;
        for (ViewerLog.Entry entry : entries) {
            FeedFact fact = entry.fact();
            if (entry.snapshot() ? fact.sequence() <= last : fact.sequence() != last + 1) {
                return "got " + fact + " after " + last;
            }
            if (!entry.snapshot() && !fact.kind().equals(kinds.get(fact.sequence()))) {
                return "got " + fact + ", and the timeline has " + kinds.get(fact.sequence());
            }
            last = fact.sequence();
        }
        return entries.getLast().fact().kind().equals(END) ? "" : "did not see the end, but " + last + " as the last";
    }
}

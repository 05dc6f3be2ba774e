package dev.vetrina.live.presence;

import dev.vetrina.events.LiveEvent.PresenceReported;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** What some reports add to the figures of their sessions. Sorted, so that two who write take their rows in one order. */
final class PresenceTally {

    /** Stands in a market's place for the session as a whole. */
    static final String ALL_MARKETS = "";

    private final SortedMap<Moment, Integer> windows = new TreeMap<>(Moment.ORDER);
    private final SortedMap<Moment, Long> watchMillis = new TreeMap<>(Moment.ORDER);
    private final SortedSet<Viewer> viewers = new TreeSet<>(Viewer.ORDER);

    /** @param time the start of a window or of a minute */
    record Moment(UUID sessionId, String market, Instant time) {

        private static final Comparator<Moment> ORDER = Comparator.comparing(Moment::sessionId)
                .thenComparing(Moment::market)
                .thenComparing(Moment::time);
    }

    record Viewer(UUID sessionId, String market, String hash) {

        private static final Comparator<Viewer> ORDER = Comparator.comparing(Viewer::sessionId)
                .thenComparing(Viewer::market)
                .thenComparing(Viewer::hash);
    }

    void add(PresenceReported report, Instant window) {
        long millis = Math.multiplyExact((long) report.viewers(), report.windowMillis());
        for (String market : List.of(ALL_MARKETS, report.market())) {
            windows.merge(new Moment(report.sessionId(), market, window), report.viewers(), Math::addExact);
            Instant minute = window.truncatedTo(ChronoUnit.MINUTES);
            watchMillis.merge(new Moment(report.sessionId(), market, minute), millis, Math::addExact);
            report.joined().forEach(hash -> viewers.add(new Viewer(report.sessionId(), market, hash)));
        }
    }

    /** Viewers of each window. */
    SortedMap<Moment, Integer> windows() {
        return windows;
    }

    /** Of each minute. */
    SortedMap<Moment, Long> watchMillis() {
        return watchMillis;
    }

    SortedSet<Viewer> viewers() {
        return viewers;
    }
}

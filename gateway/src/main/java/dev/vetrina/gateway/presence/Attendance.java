package dev.vetrina.gateway.presence;

import dev.vetrina.events.LiveEvent.PresenceReported;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts the viewers of one channel. Called by many threads. */
public final class Attendance {

    private final UUID sessionId;
    private final String market;
    private final Set<String> joined = new HashSet<>();
    private int viewers;
    private int lastReported;
    private boolean ended;

    Attendance(UUID sessionId, String market) {
        this.sessionId = sessionId;
        this.market = market;
    }

    /** @param hash pseudonym of the viewer, or {@code null} for one who was counted before and only came back */
    public synchronized void joined(@Nullable String hash) {
        viewers++;
        if (hash != null) {
            joined.add(hash);
        }
    }

    public synchronized void left() {
        viewers--;
    }

    /** No viewer will come any more. */
    public synchronized void end() {
        ended = true;
    }

    public synchronized int viewers() {
        return viewers;
    }

    /** The report was not sent: who joined is told with the next one, since nobody joins twice. */
    synchronized void notTold(PresenceReported report) {
        joined.addAll(report.joined());
    }

    synchronized boolean over() {
        return ended && viewers == 0 && joined.isEmpty() && lastReported == 0;
    }

    /**
     * What is to be told of the window that ends now; empty if nothing is new about an empty room. The first window with
     * nobody is told, so that the sum over gateways falls at once.
     */
    synchronized Optional<PresenceReported> closeWindow(String gatewayId, long windowStart, int windowMillis) {
        if (viewers == 0 && joined.isEmpty() && lastReported == 0) {
            return Optional.empty();
        }
        var report = new PresenceReported(
                sessionId, windowStart, gatewayId, market, windowMillis, viewers, List.copyOf(joined));
        joined.clear();
        lastReported = viewers;
        return Optional.of(report);
    }
}

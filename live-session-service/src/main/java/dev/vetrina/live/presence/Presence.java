package dev.vetrina.live.presence;

import dev.vetrina.live.counting.CountedTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the other features ask about viewers. */
@ApplicationScoped
public class Presence {

    /** After so long without a report a gateway counts no more. */
    static final Duration SILENCE = Duration.ofSeconds(5);

    private static final Audience NOBODY = new Audience(0, 0, 0);

    private final PresenceRepository presence;
    private final CountedTime countedTime;
    private final Clock clock;

    Presence(PresenceRepository presence, CountedTime countedTime, Clock clock) {
        this.presence = presence;
        this.countedTime = countedTime;
        this.clock = clock;
    }

    /**
     * What is known of a session's viewers since its beginning.
     *
     * @param peak the most in one window, over all gateways
     * @param unique distinct viewers; one who does not show a ticket is a new one each time
     * @param watchMillis the sum of all viewers' time
     */
    public record Audience(int peak, long unique, long watchMillis) {}

    /**
     * Viewers of one minute.
     *
     * @param peak the most in one of its windows
     */
    public record Minute(Instant start, int peak, long watchMillis) {}

    /** Open connections over all gateways and markets. */
    @Transactional
    public int viewersNow(UUID sessionId) {
        return viewersNow(List.of(sessionId)).getOrDefault(sessionId, 0);
    }

    /** As {@link #viewersNow(UUID)}; a session without viewers is absent. */
    @Transactional
    public Map<UUID, Integer> viewersNow(Collection<UUID> sessionIds) {
        return presence.viewersSince(sessionIds, clock.instant().minus(SILENCE));
    }

    /** Whether anybody was connected at any time since, within the last 24 hours. */
    @Transactional
    public boolean watchedSince(UUID sessionId, Instant since) {
        return presence.watchedSince(sessionId, since);
    }

    /** The session is over: who opens the feed from then on is no viewer of it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void countUntil(UUID sessionId, Instant end) {
        countedTime.stop(sessionId, end);
    }

    @Transactional
    public Audience audience(UUID sessionId) {
        return presence.audiences(sessionId).getOrDefault(PresenceTally.ALL_MARKETS, NOBODY);
    }

    /** As {@link #audience}, of each market that had viewers. One who watches in two markets is a viewer of both. */
    @Transactional
    public Map<String, Audience> audienceByMarket(UUID sessionId) {
        Map<String, Audience> audiences = new TreeMap<>(presence.audiences(sessionId));
        audiences.remove(PresenceTally.ALL_MARKETS);
        return audiences;
    }

    /** Open connections over all gateways, of each market. */
    @Transactional
    public Map<String, Integer> viewersNowByMarket(UUID sessionId) {
        return presence.viewersByMarket(sessionId, clock.instant().minus(SILENCE));
    }

    /** The minutes of which there are reports, in order. */
    @Transactional
    public List<Minute> minutes(UUID sessionId, @Nullable String market) {
        return presence.minutes(sessionId, market == null ? PresenceTally.ALL_MARKETS : market);
    }
}

package dev.vetrina.live.presence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the other features ask about viewers. */
@ApplicationScoped
public class Presence {

    /** After so long without a report a gateway counts no more. */
    static final Duration SILENCE = Duration.ofSeconds(5);

    private final PresenceRepository presence;
    private final Clock clock;

    Presence(PresenceRepository presence, Clock clock) {
        this.presence = presence;
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
        presence.countUntil(sessionId, end);
    }

    @Transactional
    public Audience audience(UUID sessionId) {
        return presence.audience(sessionId);
    }
}

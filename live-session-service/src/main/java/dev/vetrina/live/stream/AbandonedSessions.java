package dev.vetrina.live.stream;

import dev.vetrina.kit.problem.Outages;
import dev.vetrina.live.presence.Presence;
import dev.vetrina.live.session.UnattendedSessions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Ends sessions on air that nobody cares for any more: no command was given for so long, and the encoder is away for as
 * long. Where no encoder of ours can tell (another service streams the picture, or the ingest server sends no heartbeats),
 * nobody may have watched either.
 */
@ApplicationScoped
class AbandonedSessions {

    private static final Logger LOG = Logger.getLogger(AbandonedSessions.class);

    private final StreamRepository streams;
    private final UnattendedSessions sessions;
    private final Presence presence;
    private final StreamConfig config;
    private final Clock clock;

    AbandonedSessions(
            StreamRepository streams,
            UnattendedSessions sessions,
            Presence presence,
            StreamConfig config,
            Clock clock) {
        this.streams = streams;
        this.sessions = sessions;
        this.presence = presence;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "{vetrina.stream.abandoned-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void end() {
        Instant limit = clock.instant().minus(Duration.ofMinutes(config.abandonedMinutes()));
        sessions.quietSince(limit).forEach(id -> lookAt(id, limit));
    }

    /** One that fails does not keep the others on air. */
    private void lookAt(UUID id, Instant limit) {
        try {
            if (QuarkusTransaction.requiringNew().call(() -> endIfAbandoned(id, limit))) {
                LOG.infof("session %s was abandoned and is ended", id);
            }
        } catch (RuntimeException e) {
            if (Outages.causedBy(e)) {
                throw e;
            }
            LOG.errorf(e, "session %s cannot be ended", id);
        }
    }

    private boolean endIfAbandoned(UUID id, Instant limit) {
        boolean abandoned = sessions.claimQuiet(id, limit) && nobodyIsThere(id, limit);
        if (abandoned) {
            sessions.end(id, "ABANDONED");
        }
        return abandoned;
    }

    private boolean nobodyIsThere(UUID id, Instant limit) {
        SessionStream stream = streams.lock(id).orElseGet(() -> SessionStream.of(id));
        return stream.goneSince(limit)
                || (stream.tellsNothing() && presence.viewersNow(id) == 0 && !presence.watchedSince(id, limit));
    }
}

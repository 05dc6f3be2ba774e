package dev.vetrina.live.stream;

import dev.vetrina.live.feed.FeedTickets;
import dev.vetrina.live.feed.PlaybackPasses;
import dev.vetrina.live.session.SessionStatus;
import dev.vetrina.live.session.UnattendedSessions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What ingest servers ask and tell, in words of no one server. What is told is kept first, and what it leads to for the show
 * follows in a transaction of its own: the encoder is let in also where the show cannot begin yet.
 */
@ApplicationScoped
class IngestHooks {

    private static final Logger LOG = Logger.getLogger(IngestHooks.class);

    private final StreamRepository streams;
    private final UnattendedSessions sessions;
    private final StreamCourse course;
    private final FeedTickets tickets;
    private final PlaybackPasses passes;
    private final Clock clock;

    IngestHooks(
            StreamRepository streams,
            UnattendedSessions sessions,
            StreamCourse course,
            FeedTickets tickets,
            PlaybackPasses passes,
            Clock clock) {
        this.streams = streams;
        this.sessions = sessions;
        this.course = course;
        this.tickets = tickets;
        this.passes = passes;
        this.clock = clock;
    }

    /**
     * The session for which this is the key, if it is not over.
     *
     * @param named the session that the encoder names, if it names one
     */
    Optional<UUID> sessionFor(@Nullable String key, Optional<UUID> named) {
        if (key == null || key.isEmpty()) {
            return Optional.empty();
        }
        return QuarkusTransaction.requiringNew()
                .call(() -> streams.sessionOf(new StreamKey(key))
                        .filter(id -> named.isEmpty() || named.get().equals(id))
                        .filter(id -> sessions.standing(id)
                                .filter(standing -> !over(standing.status()))
                                .isPresent()));
    }

    /**
     * Whether the picture may be seen now: by everybody, or where only some are let in, by who has a ticket to the feed or a pass
     * to the picture.
     *
     * @param ticket empty for who shows none
     * @param pass empty for who shows none
     */
    boolean mayWatch(UUID sessionId, String ticket, String pass) {
        return sessions.standing(sessionId)
                .filter(standing -> onAir(standing.status()))
                .filter(standing ->
                        standing.openToAll() || tickets.opens(sessionId, ticket) || passes.opens(sessionId, pass))
                .isPresent();
    }

    /** @return false if the session takes no encoder, or this connection is over already */
    boolean connected(UUID sessionId, String connection) {
        return told(sessionId, (stream, now) -> stream.connect(connection, now));
    }

    /** @return false if this is not the session's connection: it should be cut */
    boolean alive(UUID sessionId, String connection) {
        return told(sessionId, (stream, now) -> stream.beat(connection, now));
    }

    void disconnected(UUID sessionId, String connection) {
        told(sessionId, (stream, now) -> {
            stream.disconnect(connection, now);
            return true;
        });
    }

    private boolean told(UUID sessionId, BiPredicate<SessionStream, Instant> news) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        boolean taken = QuarkusTransaction.requiringNew()
                .call(() -> sessions.lock(sessionId)
                        .filter(standing -> !over(standing.status()))
                        .flatMap(_ -> streams.lock(sessionId))
                        .filter(stream -> stream.hasKey() && news.test(stream, now))
                        .isPresent());
        if (taken) {
            follow(sessionId);
        }
        return taken;
    }

    /** What fails here is done by the watch: it is no reason to keep an encoder out. */
    private void follow(UUID sessionId) {
        try {
            course.follow(sessionId);
        } catch (RuntimeException e) {
            LOG.warnf(e, "session %s follows its encoder a little later", sessionId);
        }
    }

    private static boolean onAir(SessionStatus status) {
        return status == SessionStatus.LIVE || status == SessionStatus.PAUSED;
    }

    private static boolean over(SessionStatus status) {
        return status == SessionStatus.ENDED || status == SessionStatus.CANCELLED;
    }
}

package dev.vetrina.live.stream;

import dev.vetrina.live.session.SessionStatus;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The encoder of a session: who is let in, and what its coming and going means for the show. */
@Entity
class SessionStream {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    @Id
    private UUID sessionId;

    private long version;
    private boolean startWhenStreaming;
    private byte @Nullable [] keyHash;
    private @Nullable Instant keyChangedAt;

    @Embedded
    private EncoderLink link = new EncoderLink();

    private @Nullable Instant lostAt;
    private boolean lossSettled;
    private boolean pausedByLoss;
    private @Nullable String startRefused;

    /** When there may be something to do: the watch's query asks for it. */
    @SuppressWarnings("unused")
    private @Nullable Instant nextLookAt;

    @SuppressWarnings("NullAway.Init")
    protected SessionStream() {}

    static SessionStream of(UUID sessionId) {
        SessionStream stream = new SessionStream();
        stream.sessionId = sessionId;
        return stream;
    }

    void configure(boolean start, Instant now) {
        if (startWhenStreaming != start) {
            startWhenStreaming = start;
            startRefused = null;
            nextLookAt = now;
            version++;
        }
    }

    /** Whoever streams with the old key is cut off: a key is changed because somebody has it who should not. */
    void changeKey(StreamKey key, Instant now) {
        keyHash = key.hash();
        keyChangedAt = now;
        if (link.cut(now)) {
            lost(now, now);
        }
    }

    /** @return false if this connection is known to be over */
    boolean connect(String connection, Instant now) {
        return heard(link.connect(connection, now), now);
    }

    /** @return false if it is not the session's connection */
    boolean beat(String connection, Instant now) {
        return heard(link.beat(connection, now), now);
    }

    /** The end of another connection than the one that streams only says that this one is over. */
    void disconnect(String connection, Instant now) {
        if (link.disconnect(connection, now)) {
            lost(now, now);
        }
    }

    private boolean heard(EncoderLink.News news, Instant now) {
        if (news == EncoderLink.News.NEW) {
            lostAt = null;
            lossSettled = false;
            nextLookAt = now;
        }
        return news != EncoderLink.News.STALE;
    }

    private void lost(Instant since, Instant now) {
        lostAt = since;
        lossSettled = false;
        startRefused = null;
        nextLookAt = now;
    }

    /** The pause is the host's from now on, or over. */
    void hostDecided() {
        pausedByLoss = false;
    }

    /** What is missing may be there a little later. */
    void startRefused(String code, Instant now) {
        startRefused = code;
        nextLookAt = now.plus(LOOK_AGAIN);
    }

    /** Says what is due now, as if it was done thereupon, and when to look again. */
    Move next(SessionStatus status, @Nullable Instant startsAt, StreamConfig config, Instant now) {
        if (status == SessionStatus.ENDED || status == SessionStatus.CANCELLED) {
            nextLookAt = null;
            return Move.NONE;
        }
        Instant silenceEnds = silenceEnds(config);
        if (silenceEnds != null && !now.isBefore(silenceEnds)) {
            link.drop();
            lost(link.lastSeen(), now);
        }
        if (link.connected()) {
            return streaming(status, startsAt, config, now);
        }
        return lostAt == null || lossSettled ? settled() : away(status, lostAt.plusSeconds(config.graceSeconds()), now);
    }

    private Move streaming(SessionStatus status, @Nullable Instant startsAt, StreamConfig config, Instant now) {
        boolean resumes = pausedByLoss && status == SessionStatus.PAUSED;
        boolean waits = startWhenStreaming && (status == SessionStatus.DRAFT || status == SessionStatus.SCHEDULED);
        pausedByLoss = false;
        startRefused = null;
        nextLookAt = waits ? now.plus(LOOK_AGAIN) : silenceEnds(config);
        if (resumes) {
            return Move.RESUME;
        }
        boolean starts = waits
                && status == SessionStatus.SCHEDULED
                && startsAt != null
                && !now.isBefore(startsAt.minus(Duration.ofMinutes(config.startEarlyMinutes())));
        return starts ? Move.START : Move.NONE;
    }

    private Move away(SessionStatus status, Instant graceEnds, Instant now) {
        if (now.isBefore(graceEnds)) {
            nextLookAt = graceEnds;
            return Move.NONE;
        }
        lossSettled = true;
        nextLookAt = null;
        if (status == SessionStatus.LIVE) {
            pausedByLoss = true;
            return Move.PAUSE;
        }
        return Move.NONE;
    }

    private Move settled() {
        nextLookAt = null;
        return Move.NONE;
    }

    /** Null for a connection whose silence means nothing. */
    private @Nullable Instant silenceEnds(StreamConfig config) {
        return link.beats() ? link.lastSeen().plusSeconds(config.heartbeatSeconds()) : null;
    }

    /** Whether an encoder was there, but not since this moment. */
    boolean goneSince(Instant limit) {
        return !link.connected() && link.everSeen() && link.lastSeen().isBefore(limit);
    }

    /** Whether there never was one, or one of which it cannot be told whether it is still there. */
    boolean tellsNothing() {
        return !link.everSeen() || (link.connected() && !link.beats());
    }

    boolean hasKey() {
        return keyHash != null;
    }

    UUID sessionId() {
        return sessionId;
    }

    StreamView view(StreamConfig config) {
        return new StreamView(
                sessionId,
                version,
                config.ingestUrl(),
                hasKey(),
                keyChangedAt,
                startWhenStreaming,
                link.connected(),
                link.connectedAt(),
                lostAt,
                startRefused);
    }
}

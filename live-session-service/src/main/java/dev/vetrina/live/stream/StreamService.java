package dev.vetrina.live.stream;

import dev.vetrina.kit.http.Preconditions;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.live.session.HostDecided;
import dev.vetrina.live.session.SessionStatus;
import dev.vetrina.live.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the host of a session does about its encoder. */
@ApplicationScoped
class StreamService {

    private final StreamRepository streams;
    private final Sessions sessions;
    private final StreamConfig config;
    private final Clock clock;

    StreamService(StreamRepository streams, Sessions sessions, StreamConfig config, Clock clock) {
        this.streams = streams;
        this.sessions = sessions;
        this.config = config;
        this.clock = clock;
    }

    @Transactional
    StreamView get(UUID sessionId) {
        if (!sessions.standing(sessionId).hostedByCaller()) {
            throw ProblemException.forbidden("This session belongs to another creator.");
        }
        return streams.findByIdOptional(sessionId)
                .orElseGet(() -> SessionStream.of(sessionId))
                .view(config);
    }

    @Transactional
    StreamView edit(UUID sessionId, @Nullable String ifMatch, boolean startWhenStreaming) {
        SessionStream stream = locked(sessionId);
        StreamView seen = stream.view(config);
        Preconditions.requireMatch(ifMatch, seen.version());
        stream.configure(startWhenStreaming, now());
        return stream.view(config);
    }

    @Transactional
    StreamKeyView changeKey(UUID sessionId) {
        SessionStream stream = locked(sessionId);
        StreamKey key = StreamKey.random();
        Instant now = now();
        stream.changeKey(key, now);
        String entered =
                config.encoderKey().replace("{session}", sessionId.toString()).replace("{key}", key.text());
        return new StreamKeyView(sessionId, config.ingestUrl(), entered, now);
    }

    void on(@Observes HostDecided decided) {
        streams.lock(decided.sessionId()).ifPresent(SessionStream::hostDecided);
    }

    private SessionStream locked(UUID sessionId) {
        SessionStatus status = sessions.host(sessionId);
        if (status == SessionStatus.ENDED || status == SessionStatus.CANCELLED) {
            throw ProblemException.conflict(
                    "session-closed", "Nothing is streamed any more once it is " + status + ".");
        }
        return streams.lock(sessionId).orElseGet(() -> {
            SessionStream stream = SessionStream.of(sessionId);
            streams.persist(stream);
            return stream;
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

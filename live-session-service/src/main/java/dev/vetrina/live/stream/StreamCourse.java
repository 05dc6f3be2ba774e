package dev.vetrina.live.stream;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.live.session.UnattendedSessions;
import dev.vetrina.live.session.UnattendedSessions.Standing;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Brings a show to where its encoder says it should be. */
@ApplicationScoped
class StreamCourse {

    private final StreamRepository streams;
    private final UnattendedSessions sessions;
    private final StreamConfig config;
    private final Clock clock;

    StreamCourse(StreamRepository streams, UnattendedSessions sessions, StreamConfig config, Clock clock) {
        this.streams = streams;
        this.sessions = sessions;
        this.config = config;
        this.clock = clock;
    }

    /** At once; waits for whoever has the session. Not to be called in a transaction. */
    void follow(UUID sessionId) {
        follow(sessionId, sessions::lock);
    }

    /** Passes by a session that somebody else has. */
    void followIfFree(UUID sessionId) {
        follow(sessionId, sessions::claim);
    }

    private void follow(UUID sessionId, Function<UUID, Optional<Standing>> lock) {
        try {
            QuarkusTransaction.requiringNew()
                    .run(() -> lock.apply(sessionId)
                            .ifPresent(
                                    standing -> streams.lock(sessionId).ifPresent(stream -> move(stream, standing))));
        } catch (ProblemException refusal) {
            // Rolled back, so that it is tried again after a while: what is missing may be there by then.
            QuarkusTransaction.requiringNew().run(() -> noteRefusal(sessionId, refusal.code()));
        }
    }

    private void move(SessionStream stream, Standing standing) {
        UUID id = stream.sessionId();
        switch (stream.next(standing.status(), standing.startsAt(), config, now())) {
            case START -> sessions.start(id);
            case PAUSE -> sessions.pause(id, "STREAM_LOST");
            case RESUME -> sessions.resume(id, "STREAM_BACK");
            case NONE -> {
                // As it should be.
            }
        }
    }

    private void noteRefusal(UUID sessionId, String code) {
        sessions.lock(sessionId).flatMap(_ -> streams.lock(sessionId)).ifPresent(stream -> {
            stream.startRefused(code, now());
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

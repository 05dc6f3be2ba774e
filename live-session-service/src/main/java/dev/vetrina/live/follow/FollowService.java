package dev.vetrina.live.follow;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.live.creator.Creators;
import dev.vetrina.live.session.SessionStatus;
import dev.vetrina.live.session.Sessions;
import dev.vetrina.live.session.UnattendedSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** What customers want to know, and no longer. */
@ApplicationScoped
class FollowService {

    private final FollowRepository follows;
    private final Creators creators;
    private final Sessions sessions;
    private final UnattendedSessions unattended;
    private final Caller caller;
    private final Clock clock;

    FollowService(
            FollowRepository follows,
            Creators creators,
            Sessions sessions,
            UnattendedSessions unattended,
            Caller caller,
            Clock clock) {
        this.follows = follows;
        this.creators = creators;
        this.sessions = sessions;
        this.unattended = unattended;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    void follow(UUID creatorId) {
        if (!creators.exists(creatorId)) {
            throw ProblemException.notFound("creator", creatorId);
        }
        follows.follow(creatorId, caller.subject(), now());
    }

    @Transactional
    void unfollow(UUID creatorId) {
        follows.unfollow(creatorId, caller.subject());
    }

    @Transactional
    void remind(UUID sessionId) {
        SessionStatus status = sessions.standing(sessionId).status();
        if (status != SessionStatus.SCHEDULED) {
            throw ProblemException.conflict("session-not-scheduled", "The session is " + status + ".")
                    .with("sessionStatus", status);
        }
        if (unattended
                .standing(sessionId)
                .filter(UnattendedSessions.Standing::openToAll)
                .isEmpty()) {
            throw ProblemException.conflict(
                    "session-not-public", "Nobody is reminded of a session to which only some are let in.");
        }
        follows.remind(sessionId, caller.subject(), now());
    }

    @Transactional
    void forget(UUID sessionId) {
        follows.forget(sessionId, caller.subject());
    }

    @Transactional
    void erase() {
        follows.erase(caller.subject());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

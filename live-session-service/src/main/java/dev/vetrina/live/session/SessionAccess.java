package dev.vetrina.live.session;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.kit.security.Roles;
import dev.vetrina.live.creator.Creators;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Who may see a session and who may change it: a draft is its host's and the operators', everything else is public. */
@ApplicationScoped
class SessionAccess {

    private final SessionRepository sessions;
    private final Creators creators;
    private final Caller caller;
    private final Attendance attendance;

    SessionAccess(SessionRepository sessions, Creators creators, Caller caller, Attendance attendance) {
        this.sessions = sessions;
        this.creators = creators;
        this.caller = caller;
        this.attendance = attendance;
    }

    Session see(UUID id) {
        return visible(id, sessions.findByIdOptional(id));
    }

    /** What everybody sees, whoever asks. */
    Session seeAsViewer(UUID id) {
        return sessions.findByIdOptional(id)
                .filter(session -> session.status() != SessionStatus.DRAFT)
                .orElseThrow(() -> ProblemException.notFound("session", id));
    }

    /** Without a look at who asks: for those who were let in before. */
    Session shown(UUID id) {
        return sessions.findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("session", id));
    }

    Map<UUID, UUID> pinned(Collection<UUID> ids) {
        return sessions.pinned(ids);
    }

    /** Those that are listed for everybody. */
    List<Session> seenByEverybody(Collection<UUID> ids) {
        return sessions.list("id in ?1 and status <> ?2", ids, SessionStatus.DRAFT);
    }

    /** Locks it for a command of its host or an operator. */
    Session host(UUID id) {
        Session session = visible(id, sessions.lock(id));
        if (!hosts(session)) {
            throw ProblemException.forbidden("This session belongs to another creator.");
        }
        attendance.attend(id);
        return session;
    }

    /** Locks it for a command that moderators may give, too. */
    Session present(UUID id) {
        if (!caller.is(Roles.MODERATOR)) {
            return host(id);
        }
        Session session = visible(id, sessions.lock(id));
        attendance.attend(id);
        return session;
    }

    boolean hosts(Session session) {
        return caller.is(Roles.OPERATOR)
                || creators.ofCaller().filter(session.creatorId()::equals).isPresent();
    }

    Part part(Session session) {
        if (creators.ofCaller().filter(session.creatorId()::equals).isPresent()) {
            return Part.HOST;
        }
        if (caller.is(Roles.OPERATOR)) {
            return Part.OPERATOR;
        }
        return caller.is(Roles.MODERATOR) ? Part.MODERATOR : Part.VIEWER;
    }

    private Session visible(UUID id, Optional<Session> found) {
        return found.filter(session -> session.status() != SessionStatus.DRAFT || hosts(session))
                .orElseThrow(() -> ProblemException.notFound("session", id));
    }
}
